import{n as e,s as t}from"./errors.js";import{statSync as n}from"node:fs";import{spawn as r}from"node:child_process";let i,a=process.platform===`win32`;function o(e){return e===void 0||a?()=>void 0:(s(`+ ${e}`),()=>{s(`- ${e}`)})}function s(e){if(!a)try{i??=c(),i.stdin?.write(`${e}\n`)}catch{a=!0}}function c(){let e=()=>{a=!0},t=r(`/bin/sh`,[`-c`,`
trap '' INT TERM HUP PIPE
groups=
while read -r sign group; do
  case $sign in
    +) groups="$groups $group" ;;
    -)
      kept=
      for each in $groups; do
        [ "$each" = "$group" ] || kept="$kept $each"
      done
      groups=$kept
      ;;
  esac
done
[ -n "$groups" ] || exit 0
for each in $groups; do kill -s INT -- "-$each" 2>/dev/null; done
sleep 1
for each in $groups; do kill -s KILL -- "-$each" 2>/dev/null; done
`],{cwd:`/`,env:{PATH:`/usr/bin:/bin`},stdio:[`pipe`,`ignore`,`ignore`],detached:!0});return t.on(`error`,e).on(`exit`,e),t.stdin.on(`error`,e),t.unref(),t.stdin.unref?.(),t}function l(t){return(n,r,{cwd:i,env:a,timeoutMs:s})=>new Promise((c,l)=>{if(t.aborted){l(new e(`interrupted`));return}let p=performance.now(),m=u(n,r,{cwd:i,env:a}),h=o(m.pid),g=[],_=[],v=m;v.stdout?.on(`data`,e=>g.push(e)),v.stderr?.on(`data`,e=>_.push(e));let y,b=()=>{f(m.pid,`SIGINT`),y=setTimeout(()=>{f(m.pid,`SIGKILL`)},2e3)};t.addEventListener(`abort`,b,{once:!0});let x=s===void 0?void 0:setTimeout(b,Math.max(0,s)),S=()=>{h(),t.removeEventListener(`abort`,b),clearTimeout(x),clearTimeout(y)};m.on(`error`,e=>{S(),l(d(n,i,e))}),m.on(`close`,(n,r)=>{S(),t.aborted?(f(m.pid,`SIGKILL`),l(new e(`interrupted`))):c({exitCode:n,signal:r,stdout:Buffer.concat(g).toString(`utf8`),stderr:Buffer.concat(_).toString(`utf8`),durationMs:Math.round(performance.now()-p)})})})}function u(e,t,{cwd:n,env:i}){try{return r(e,t,{cwd:n,env:i,stdio:[`ignore`,`pipe`,`pipe`],detached:process.platform!==`win32`,windowsHide:!0})}catch(t){throw d(e,n,t)}}function d(e,r,i){let a=n(r,{throwIfNoEntry:!1})?.isDirectory()??!1;return Error(`cannot start ${e}: ${a?t(i).message:`${r} is not a folder`}`,{cause:i})}function f(e,t){if(e!==void 0)try{process.platform===`win32`?process.kill(e,`SIGKILL`):process.kill(-e,t)}catch{}}export{l as n,d as t};