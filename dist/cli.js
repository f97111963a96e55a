#!/usr/bin/env node
import{n as e,r as t,t as n}from"./lib/errors.js";import{_ as r,a as i,c as a,g as o,h as s,i as c,l,m as u,n as d,r as f,t as p,v as m}from"./lib/run.js";import{mkdir as h,writeFile as g}from"node:fs/promises";import{tmpdir as _}from"node:os";import{dirname as v}from"node:path";import{parseArgs as y}from"node:util";function b(e){return e.isTTY?S(e):x(e)}function x(e){let t=t=>{e.write(`${m(t)}\n`)};return{group:(e,t)=>t(),info:t,warning:e=>{t(`warning: ${e}`)},raw:()=>void 0,activity:e=>{let n=performance.now();return t(`building ${e}`),i=>{t(`${i} ${e} in ${r(performance.now()-n)}`)}},close:()=>void 0}}function S(e){let t,n=!1,i=/* @__PURE__ */ new Map,a=``,o=0,s=0,c=()=>{let e=`⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏`[s++%10]??``,n=performance.now(),c=[...i.values()].map(({title:t,started:i})=>`${e} ${t}  ${r(n-i)}`),l=o>0?`  (${o} done)`:``;t?.([...i.size===0?[`${e} ${a}`]:[`  ${a}${l}`],...c].join(`
`))},l=async()=>{let r=await import(`./lib/log-update.js`);n||(t??=r.createLogUpdate(e)),c()},u=setInterval(()=>{t===void 0?l():c()},100);u.unref();let d=n=>{t?.clear(),e.write(`${m(n)}\n`),c()};return{group:async(e,t)=>(a=e,c(),t()),info:d,warning:e=>{d(`warning: ${e}`)},raw:()=>void 0,activity:e=>{let t=Symbol(e);return i.set(t,{title:m(e),started:performance.now()}),c(),()=>{i.delete(t),o++,c()}},close:()=>{n=!0,clearInterval(u),t?.clear(),t?.done()}}}const C=`go-linkage: what a Go binary links to under every static-linking strategy, why, and what to do

Usage: go-linkage [check] [packages…] [options]   build under the strategies and judge
       go-linkage explain [packages…] [options]   say without building what would come out, and why
       go-linkage inspect FILE… [options]         judge binaries that are there already

  packages                      main packages: folders, import paths or patterns (default ./...)
  FILE                          a binary, or a glob in quotes

Options:
  --strategies LIST             names, or all (default: ${d.strategies.replaceAll(` `,`,`)}; explain: all)
  --platforms LIST              GOOS/GOARCH or GOOS/GOARCH/VARIANT (default: this machine's)
  --ship NAME                   the strategy that is released: the verdict is about it (default: ${d.ship})
  --require static|none         fail unless the shipped strategy is static (default: ${d.require})
  --flags FLAGS                 extra flags of go build, as one word: --flags '-trimpath -ldflags="-s -w"'
  --working-directory DIR       where go runs (default: .)
  --output-dir DIR              keep the artifacts here
  --prove ARGS                  start each static binary with ARGS in an empty root: --prove --version
  --go-version VERSION          1.27, 1.27.x, 1.27rc1, >=1.26, stable, oldstable
  --go-version-file FILE        go.mod, go.work, .go-version or .tool-versions
  --go-download-base-url URL    where Go archives and their index are (default: ${d[`go-download-base-url`]})
  --json                        print the report as JSON, and nothing else, to stdout
  --report-json FILE            also write it there
  --report-markdown FILE        also write it as Markdown
  --help, --version

Exit codes: 0 passed or warned, 1 the gate failed, 2 a mistake in the call, 3 anything else
`,w=[`check`,`explain`,`inspect`];function T(e){let r={type:`string`},i={type:`boolean`},a=Object.fromEntries(Object.keys(d).map(e=>[e,r])),o;try{o=y({args:E(e),options:{...a,json:i,"report-json":r,"report-markdown":r,help:i,version:i},allowPositionals:!0})}catch(e){throw new n(`${t(e).message}; go-linkage --help lists the options`)}let{values:s,positionals:c}=o;if(s.help===!0)return`help`;if(s.version===!0)return`version`;let[l,...u]=c,p=w.find(e=>e===l),m=p===void 0?c:u,h={};for(let[e,t]of Object.entries(s))D(e)&&typeof t==`string`&&(h[e]=t);p!==void 0&&(h.mode=p);let g=h.mode===`inspect`?`binaries`:`packages`;m.length>0&&(h[g]=[h[g]??``,...m].join(`
`));let _=s.json===!0,v=s[`report-json`],b=f(h);return{request:b.mode===`inspect`?{...b,digests:_||v!==void 0}:b,json:_,reportJson:v,reportMarkdown:s[`report-markdown`]}}function E(e){let t=[];for(let n=0;n<e.length;n++){let r=e[n]??``,i=e[n+1];(r===`--flags`||r===`--prove`)&&i!==void 0?(t.push(`${r}=${i}`),n++):t.push(r)}return t}function D(e){return e in d}async function O(){let t=T(process.argv.slice(2));if(t===`help`||t===`version`)return process.stdout.write(t===`help`?C:`go-linkage ${l}\n`),0;let n=s(),r=b(process.stderr),{files:i,removeTempDirs:a}=o(_());try{let e=await p(t.request,u({files:i,log:r,signal:n.signal}));return r.close(),await k(t,e),+(e.verdict.outcome===`fail`)}catch(t){throw r.close(),n.signal.aborted?new e(`interrupted`):t}finally{a(),n.dieAsAsked()}}async function k({json:e,reportJson:t,reportMarkdown:n},r){let o=async(e,t)=>{e!==void 0&&(await h(v(e),{recursive:!0}),await g(e,t(r)))};await o(t,a),await o(n,i),process.stdout.write(e?a(r):c(r,A()))}function A(){let{NO_COLOR:e,FORCE_COLOR:t}=process.env,n=t!==void 0&&t!==`0`,r=e!==void 0&&e!==``;return{color:n||process.stdout.isTTY&&!r,width:process.stdout.isTTY?process.stdout.columns:120}}try{process.exitCode=await O()}catch(r){let i=t(r);i instanceof e?(process.stderr.write(`interrupted
`),process.exitCode=3):i instanceof n?(process.stderr.write(`go-linkage: ${i.message}\n`),process.exitCode=2):(process.stderr.write(`go-linkage: this is a bug in go-linkage or trouble with this machine, please report it\n${i.stack??i.message}\n`),process.exitCode=3)}export{};