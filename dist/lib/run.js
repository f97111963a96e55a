import{o as e,t}from"./rolldown-runtime.js";import{a as n,i as r,n as i,r as a,s as o,t as s}from"./errors.js";import{t as c}from"./trouble.js";import{a as l,o as u}from"./text.js";import{n as d}from"./catalog.js";import{a as f,i as p,n as m,o as h,r as g,s as _,t as v}from"./glob.js";import{a as y,i as b,n as x,r as S}from"./english.js";import{A as C,B as w,D as T,E,F as D,G as ee,H as te,I as ne,K as re,L as ie,M as ae,N as oe,O as se,P as ce,R as le,T as ue,U as de,V as fe,W as pe,j as me,k as he,w as ge,z as _e}from"./words.js";import{a as ve,c as ye,d as be,f as xe,i as Se,l as Ce,m as we,n as Te,r as Ee,s as De,t as Oe,u as O}from"./go-flags.js";import{n as ke,r as k,t as Ae}from"./quoting.js";import{a as je,c as Me,d as A,f as j,i as Ne,l as Pe,o as Fe,r as Ie,s as Le}from"./system-names.js";import{n as M}from"./versions.js";import{t as Re}from"./version.js";import{n as ze,t as Be}from"./document.js";import{t as Ve}from"./shlex.js";import{r as He}from"./final-image.js";import{a as Ue,i as We,o as Ge,t as Ke}from"./strategies.js";import{a as qe,c as Je,f as Ye,l as Xe,n as Ze,r as Qe,t as $e}from"./inputs.js";import{A as et,B as N,C as tt,D as nt,E as rt,F as P,G as it,H as at,I as ot,J as st,L as ct,N as lt,O as ut,P as dt,Q as ft,R as F,S as pt,T as mt,U as ht,V as I,W as gt,X as _t,Y as vt,Z as yt,_ as bt,a as xt,b as St,c as Ct,d as wt,f as Tt,g as Et,h as Dt,j as Ot,k as L,l as kt,m as At,n as jt,o as Mt,p as Nt,q as Pt,r as Ft,s as It,t as Lt,u as Rt,v as zt,x as Bt,y as Vt,z as R}from"./describe-release.js";import{i as Ht,n as Ut}from"./goflags.js";import{d as Wt,f as Gt,h as Kt,l as qt,m as Jt,o as Yt,p as Xt,t as Zt}from"./inspect-bytes.js";import{n as Qt,t as $t}from"./bytes.js";import{i as en,r as tn,t as nn}from"./plan-file.js";import rn,{availableParallelism as an}from"node:os";import z,{basename as on,delimiter as sn,dirname as B,isAbsolute as V,join as H,posix as U,relative as W,resolve as G}from"node:path";import{access as cn,mkdir as ln,readdir as un,rename as dn,rm as fn,stat as pn,writeFile as mn}from"node:fs/promises";import{setTimeout as hn}from"node:timers/promises";const gn=/^(?:ACTIONS_.*|INPUT_.*|STATE_.*|GITHUB_(?:TOKEN|ENV|PATH|OUTPUT|STATE|STEP_SUMMARY))$/;function _n(e){return Object.fromEntries(Object.entries(e).filter(([e])=>!gn.test(e.toUpperCase())))}function vn(t,n){let r=An(t.RUNNER_TOOL_CACHE)??z.join(kn(t),`go-linkage`,`tool-cache`),i=(e,t)=>z.join(r,e,t,rn.arch());return{findAll:async t=>{let{default:n}=await import(`./semver2.js`).then(t=>/* @__PURE__ */ e(t.default,1)),a=(await Dn(z.join(r,t))).filter(e=>n.valid(e)===e),o=[];for(let e of a.toSorted((e,t)=>n.compare(e,t))){let n=i(t,e);await Tn(n)&&o.push({version:e,root:n})}return o},withScratch:(e,t)=>yn(z.join(r,e),t),unpack:(e,r)=>xn(e,r,{env:t,work:n}),publish:async(e,{name:t,version:n,replace:r})=>{let a=i(t,n);return r&&await wn(a,e),Cn(e,a)}}}async function yn(e,t){let n=z.join(e,`.tmp-${crypto.randomUUID()}`);try{await ln(n,{recursive:!0})}catch(e){let t=o(e).message;throw new s(`the tool cache cannot be written: ${t}; RUNNER_TOOL_CACHE can name another folder`)}try{return await bn(e),await t(n)}finally{await On(n)}}async function bn(e){for(let t of(await Dn(e)).filter(e=>e.startsWith(`.tmp-`))){let n=z.join(e,t),r=await pn(n).catch(()=>void 0);r!==void 0&&Date.now()-r.mtimeMs>864e5&&await On(n)}}async function xn(e,t,{env:n,work:r}){await ln(t);let{program:i,args:a}=Sn(e,t,n),{exitCode:o,signal:s,stderr:c}=await r(i,a,{cwd:t,env:{...Object.fromEntries(Object.entries(n).filter(([e])=>e!==`TAR_OPTIONS`)),LC_ALL:`C`}});if(o!==0){let e=c.trim().split(`
`).slice(-3).join(`; `).slice(0,500);throw Error(`${i} ended with ${s??`exit code ${String(o)}`}: ${e}`)}let l=await un(t,{withFileTypes:!0}),[u]=l;if(u===void 0||l.length!==1||!u.isDirectory())throw Error(`the archive must hold one folder, but has ${l.length} entries at its top`);return z.join(t,u.name)}function Sn(e,t,n){return process.platform===`win32`?{program:z.join(n.SystemRoot??`C:\\Windows`,`System32`,`tar.exe`),args:[`-xf`,e,`-C`,t]}:e.endsWith(`.zip`)?{program:`unzip`,args:[`-q`,`-o`,e,`-d`,t]}:{program:`tar`,args:[`-xzof`,e,`-C`,t]}}async function Cn(e,t){await ln(z.dirname(t),{recursive:!0});for(let n=1;;n++){if(await Tn(t))return t;try{await dn(e,t);break}catch(e){let t=e instanceof Error&&`code`in e?String(e.code):``;if(n===10||!/^(?:ENOTEMPTY|EEXIST|ENOTDIR|EPERM|EACCES|EBUSY)$/.test(t))throw e}await hn(200),await Tn(t)||await wn(t,e)}return await mn(`${t}.complete`,``),t}async function wn(e,t){await fn(`${e}.complete`,{force:!0}),await dn(e,z.join(z.dirname(t),`old-${crypto.randomUUID()}`)).catch(()=>void 0)}async function Tn(e){return await En(`${e}.complete`)&&await En(e)}function En(e){return cn(e).then(()=>!0,()=>!1)}async function Dn(e){try{return await un(e)}catch(e){if(e instanceof Error&&`code`in e&&e.code===`ENOENT`)return[];throw e}}async function On(e){await fn(e,{recursive:!0,force:!0,maxRetries:3,retryDelay:100}).catch(()=>void 0)}function kn(e){let t=e.XDG_CACHE_HOME??``;return z.isAbsolute(t)?t:process.platform===`win32`?An(e.LOCALAPPDATA)??z.join(rn.homedir(),`AppData`,`Local`):process.platform===`darwin`?z.join(rn.homedir(),`Library`,`Caches`):z.join(rn.homedir(),`.cache`)}function An(e){return e===``?void 0:e}function jn({files:e,log:t,signal:n}){let r=In(),i=Mn(async(...e)=>(await import(`./ask.js`)).makeAsk(n)(...e)),a=Mn(async(...e)=>(await import(`./work2.js`)).makeWork(n)(...e));return{env:r,host:zn(),ask:i,work:a,files:e,decompression:{gunzip:Nn(`gunzip`),inflateRaw:Nn(`inflateRaw`),unzstd:Nn(`unzstd`)},blobs:Pn(e),toolCache:vn(r,a),network:Fn(r,n),log:t,now:()=>performance.now(),today:()=>(/* @__PURE__ */ new Date()).toISOString().slice(0,10)}}function Mn(e){return(t,n,r)=>e(t,n,{...r,env:_n(r.env)})}function Nn(e){return async function*(t){let{decompression:n}=await import(`./decompression.js`);yield*n[e](t)}}function Pn(e){let t=async()=>(await import(`./blobs.js`)).makeBlobs(e);return{startSha256:async()=>(await t()).startSha256(),openSpool:async()=>(await t()).openSpool()}}function Fn(e,t){let n=async()=>(await import(`./network2.js`)).makeNetwork({env:e,signal:t});return{json:async e=>(await n()).json(e),file:async(e,t)=>(await n()).file(e,t),sleep:async e=>(await n()).sleep(e)}}function In(){return Object.fromEntries(Object.entries(process.env).flatMap(([e,t])=>t===void 0?[]:[[e,t]]))}const Ln={win32:`windows`,sunos:`illumos`},Rn={x64:`amd64`,ia32:`386`,loong64:`loong64`,mipsel:`mipsle`};function zn(){return{os:Ln[process.platform]??process.platform,arch:process.arch===`ppc64`?Bn():Rn[process.arch]??process.arch,cpus:an()}}function Bn(){return new Uint8Array(new Uint16Array([1]).buffer)[0]===1?`ppc64le`:`ppc64`}const Vn={json:{file:`report.json`,help:`JSON (docs/report.schema.json)`,load:()=>Promise.resolve(ge)},markdown:{file:`report.md`,help:`Markdown, as in the job summary`,load:async()=>(await import(`./markdown2.js`)).renderMarkdown},html:{file:`report.html`,help:`a page for a browser, in one file`,load:async()=>(await import(`./html.js`)).renderHtml},sarif:{file:`report.sarif`,help:`SARIF 2.1.0, for code scanning`,load:async()=>(await import(`./sarif.js`)).renderSarif},junit:{file:`report-junit.xml`,help:`JUnit XML, for test reporters`,load:async()=>(await import(`./junit.js`)).renderJunit},badge:{file:`badge.json`,help:`a badge, for shields.io (endpoint badge)`,load:async()=>(await import(`./badge.js`)).renderBadge},snippet:{file:`requirements.md`,help:`Markdown for release notes`,load:async()=>(await import(`./snippet.js`)).renderSnippet}},Hn=Object.keys(Vn);var Un=/* @__PURE__ */ t(((e,t)=>{let n=process||{},r=n.argv||[],i=n.env||{},a=!(i.NO_COLOR||r.includes(`--no-color`))&&(!!i.FORCE_COLOR||r.includes(`--color`)||n.platform===`win32`||(n.stdout||{}).isTTY&&i.TERM!==`dumb`||!!i.CI),o=(e,t,n=e)=>r=>{let i=``+r,a=i.indexOf(t,e.length);return~a?e+s(i,t,n,a)+t:e+i+t},s=(e,t,n,r)=>{let i=``,a=0;do i+=e.substring(a,r)+n,a=r+t.length,r=e.indexOf(t,a);while(~r);return i+e.substring(a)},c=(e=a)=>{let t=e?o:()=>String;return{isColorSupported:e,reset:t(`\x1B[0m`,`\x1B[0m`),bold:t(`\x1B[1m`,`\x1B[22m`,`\x1B[22m\x1B[1m`),dim:t(`\x1B[2m`,`\x1B[22m`,`\x1B[22m\x1B[2m`),italic:t(`\x1B[3m`,`\x1B[23m`),underline:t(`\x1B[4m`,`\x1B[24m`),inverse:t(`\x1B[7m`,`\x1B[27m`),hidden:t(`\x1B[8m`,`\x1B[28m`),strikethrough:t(`\x1B[9m`,`\x1B[29m`),black:t(`\x1B[30m`,`\x1B[39m`),red:t(`\x1B[31m`,`\x1B[39m`),green:t(`\x1B[32m`,`\x1B[39m`),yellow:t(`\x1B[33m`,`\x1B[39m`),blue:t(`\x1B[34m`,`\x1B[39m`),magenta:t(`\x1B[35m`,`\x1B[39m`),cyan:t(`\x1B[36m`,`\x1B[39m`),white:t(`\x1B[37m`,`\x1B[39m`),gray:t(`\x1B[90m`,`\x1B[39m`),bgBlack:t(`\x1B[40m`,`\x1B[49m`),bgRed:t(`\x1B[41m`,`\x1B[49m`),bgGreen:t(`\x1B[42m`,`\x1B[49m`),bgYellow:t(`\x1B[43m`,`\x1B[49m`),bgBlue:t(`\x1B[44m`,`\x1B[49m`),bgMagenta:t(`\x1B[45m`,`\x1B[49m`),bgCyan:t(`\x1B[46m`,`\x1B[49m`),bgWhite:t(`\x1B[47m`,`\x1B[49m`),blackBright:t(`\x1B[90m`,`\x1B[39m`),redBright:t(`\x1B[91m`,`\x1B[39m`),greenBright:t(`\x1B[92m`,`\x1B[39m`),yellowBright:t(`\x1B[93m`,`\x1B[39m`),blueBright:t(`\x1B[94m`,`\x1B[39m`),magentaBright:t(`\x1B[95m`,`\x1B[39m`),cyanBright:t(`\x1B[96m`,`\x1B[39m`),whiteBright:t(`\x1B[97m`,`\x1B[39m`),bgBlackBright:t(`\x1B[100m`,`\x1B[49m`),bgRedBright:t(`\x1B[101m`,`\x1B[49m`),bgGreenBright:t(`\x1B[102m`,`\x1B[49m`),bgYellowBright:t(`\x1B[103m`,`\x1B[49m`),bgBlueBright:t(`\x1B[104m`,`\x1B[49m`),bgMagentaBright:t(`\x1B[105m`,`\x1B[49m`),bgCyanBright:t(`\x1B[106m`,`\x1B[49m`),bgWhiteBright:t(`\x1B[107m`,`\x1B[49m`)}};t.exports=c(),t.exports.createColors=c})),Wn=/* @__PURE__ */ e(Un(),1);const Gn=[161,161,164,164,167,168,170,170,173,174,176,180,182,186,188,191,198,198,208,208,215,216,222,225,230,230,232,234,236,237,240,240,242,243,247,250,252,252,254,254,257,257,273,273,275,275,283,283,294,295,299,299,305,307,312,312,319,322,324,324,328,331,333,333,338,339,358,359,363,363,462,462,464,464,466,466,468,468,470,470,472,472,474,474,476,476,593,593,609,609,708,708,711,711,713,715,717,717,720,720,728,731,733,733,735,735,768,879,913,929,931,937,945,961,963,969,1025,1025,1040,1103,1105,1105,8208,8208,8211,8214,8216,8217,8220,8221,8224,8226,8228,8231,8240,8240,8242,8243,8245,8245,8251,8251,8254,8254,8308,8308,8319,8319,8321,8324,8364,8364,8451,8451,8453,8453,8457,8457,8467,8467,8470,8470,8481,8482,8486,8486,8491,8491,8531,8532,8539,8542,8544,8555,8560,8569,8585,8585,8592,8601,8632,8633,8658,8658,8660,8660,8679,8679,8704,8704,8706,8707,8711,8712,8715,8715,8719,8719,8721,8721,8725,8725,8730,8730,8733,8736,8739,8739,8741,8741,8743,8748,8750,8750,8756,8759,8764,8765,8776,8776,8780,8780,8786,8786,8800,8801,8804,8807,8810,8811,8814,8815,8834,8835,8838,8839,8853,8853,8857,8857,8869,8869,8895,8895,8978,8978,9312,9449,9451,9547,9552,9587,9600,9615,9618,9621,9632,9633,9635,9641,9650,9651,9654,9655,9660,9661,9664,9665,9670,9672,9675,9675,9678,9681,9698,9701,9711,9711,9733,9734,9737,9737,9742,9743,9756,9756,9758,9758,9792,9792,9794,9794,9824,9825,9827,9829,9831,9834,9836,9837,9839,9839,9886,9887,9919,9919,9926,9933,9935,9939,9941,9953,9955,9955,9960,9961,9963,9969,9972,9972,9974,9977,9979,9980,9982,9983,10045,10045,10102,10111,11094,11097,12872,12879,57344,63743,65024,65039,65533,65533,127232,127242,127248,127277,127280,127337,127344,127373,127375,127376,127387,127404,917760,917999,983040,1048573,1048576,1114109],Kn=[12288,12288,65281,65376,65504,65510],qn=[4352,4447,8986,8987,9001,9002,9193,9196,9200,9200,9203,9203,9725,9726,9748,9749,9776,9783,9800,9811,9855,9855,9866,9871,9875,9875,9889,9889,9898,9899,9917,9918,9924,9925,9934,9934,9940,9940,9962,9962,9970,9971,9973,9973,9978,9978,9981,9981,9989,9989,9994,9995,10024,10024,10060,10060,10062,10062,10067,10069,10071,10071,10133,10135,10160,10160,10175,10175,11035,11036,11088,11088,11093,11093,11904,11929,11931,12019,12032,12245,12272,12287,12289,12350,12353,12438,12441,12543,12549,12591,12593,12686,12688,12773,12783,12830,12832,12871,12880,42124,42128,42182,43360,43388,44032,55203,63744,64255,65040,65049,65072,65106,65108,65126,65128,65131,94176,94180,94192,94198,94208,101594,101631,101664,101760,101874,101888,102801,102816,102866,110576,110579,110581,110587,110589,110590,110592,110888,110898,110898,110928,110930,110933,110933,110948,110952,110960,111355,119552,119638,119648,119670,126980,126980,127183,127183,127374,127374,127377,127386,127406,127406,127488,127490,127504,127547,127552,127560,127568,127569,127584,127589,127744,127776,127789,127797,127799,127868,127870,127891,127904,127946,127951,127955,127968,127984,127988,127988,127992,128062,128064,128064,128066,128252,128255,128317,128331,128334,128336,128359,128378,128378,128405,128406,128420,128420,128507,128591,128640,128709,128716,128716,128720,128722,128725,128729,128732,128735,128747,128748,128756,128764,128986,128986,128992,129003,129008,129008,129292,129338,129340,129349,129351,129535,129648,129660,129664,129734,129736,129736,129740,129757,129759,129771,129775,129786,131072,196605,196608,262141],Jn=(e,t)=>{let n=0,r=Math.floor(e.length/2)-1;for(;n<=r;){let i=Math.floor((n+r)/2),a=i*2;if(t<e[a])r=i-1;else if(t>e[a+1])n=i+1;else return!0}return!1},Yn=19968,[Xn,Zn]=/* #__PURE__ */ Qn(qn);function Qn(e){let t=e[0],n=e[1];for(let r=0;r<e.length;r+=2){let i=e[r],a=e[r+1];if(Yn>=i&&Yn<=a)return[i,a];a-i>n-t&&(t=i,n=a)}return[t,n]}const $n=e=>e<161||e>1114109?!1:Jn(Gn,e),er=e=>e<12288||e>65510?!1:Jn(Kn,e),tr=e=>e>=Xn&&e<=Zn?!0:e<4352||e>262141?!1:Jn(qn,e);function nr(e){if(!Number.isSafeInteger(e))throw TypeError(`Expected a code point, got \`${typeof e}\`.`)}function rr(e,{ambiguousAsWide:t=!1}={}){return nr(e),er(e)||tr(e)||t&&$n(e)?2:1}const ir=/^[\u0020-\u007e]*$/,ar=/^[\p{Mn}\p{Me}\u1160-\u11ff]$/u;function K(e){if(ir.test(e))return e.length;let t=0;for(let n of e)t+=or(n);return t}function or(e){return ar.test(e)?0:rr(e.codePointAt(0)??0)}function sr(e,t){let n=0,r=0;for(let i of e){if(n+=or(i),n>t)return r;r+=i.length}return r}function cr(e,t){let n=u(e);if(K(n)<=t)return[n];let r=[],i;for(let e of n.split(` `)){let n=i===void 0?e:`${i} ${e}`;if(i!==void 0&&K(n)<=t){i=n;continue}i!==void 0&&r.push(i);let a=lr(e,t);i=a.pop(),r.push(...a)}return i===void 0?r:[...r,i]}function lr(e,t){let n=[],r=e;for(;K(r)>t;){let e=Math.max(sr(r,t),String.fromCodePoint(r.codePointAt(0)??0).length),i=/^.*[-/\\,=:]/.exec(r.slice(0,e))?.[0].length??0,a=i>e/2?i:e;n.push(r.slice(0,a)),r=r.slice(a)}return r===``?n:[...n,r]}function ur(e,t){let n=u(e);if(K(n)<=t)return n;if(t<1)return``;let r=n.slice(0,sr(n,Math.floor((t-1)/3)));return`${r}…${dr(n,t-1-K(r))}`}function dr(e,t){let n=Array.from(e),r=0,i=n.length;for(;i>0&&(r+=or(n[i-1]??``),!(r>t));)i--;for(;ar.test(n[i]??``);)i++;return n.slice(i).join(``)}function fr(e,{width:t,right:n}){let r=e.map(e=>e.map(({text:e})=>u(e))),i=Math.max(0,...e.map(({length:e})=>e)),a=(e,t)=>r.reduce((n,r)=>Math.max(n,t(r[e]??``)),0),o=Array.from({length:i},(e,t)=>n.includes(t)?a(t,K):Math.max(a(t,pr),K(r[0]?.[t]??``))),s=Array.from({length:i},(e,t)=>a(t,K));for(let e=mr(s)-t;e>0;e--){let e=s.map((e,t)=>e>(o[t]??0)?e:0),t=e.indexOf(Math.max(...e));if((e[t]??0)===0)return null;s[t]=(s[t]??0)-1}return e.map(e=>hr(e,s,n))}function pr(e){return Math.max(...e.split(` `).map(K))}function mr(e){return e.reduce((e,t)=>e+t+2,-2)}function hr(e,t,n){let r=e.map((e,n)=>({cell:e,at:n,lines:cr(e.text,Math.max(1,t[n]??1))})),i=Math.max(...r.map(({lines:e})=>e.length));return Array.from({length:i},(e,i)=>r.map(({cell:e,at:r,lines:a})=>{let o=a[i]??``,s=` `.repeat(Math.max(0,(t[r]??0)-K(o))),c=o===``?``:e.paint?.(o)??o;return n.includes(r)?s+c:c+s}).join(` `.repeat(2)).trimEnd())}function gr(e,{color:t,width:n}){let r={colors:Wn.default.createColors(t),width:n},i=Be(e),[a=[],...o]=i.sections.map(({blocks:e})=>e.flatMap(e=>Cr(e,r)));return`${_r([[...vr(i,r),...a].join(`
`),...o.map(e=>e.join(`
`))].map(e=>e.replace(/^\n+|\n+$/g,``)).filter(e=>e!==``).join(`

`))}\n`}function _r(e){return e.replace(/^(\s*)(?::(:)|#(#)(?=\[))/gm,`$1 $2$3`)}function vr({mark:e,heading:t},n){let{colors:r}=n,i=q(t),a=e===null?``:r.bold(br(e,n)(e.toUpperCase().padEnd(6))),[o=``,...s]=Sr(i,n,e===null?2:6);return[`${a}${r.bold(o.trimStart())}`,...s.map(r.bold)]}const yr={pass:`✓`,warn:`!`,fail:`✗`};function br(e,{colors:t}){return{pass:t.green,warn:t.yellow,fail:t.red}[e]}const xr=1e3;function Sr(e,{width:t},n=0){return cr(l(e,xr),Math.max(20,Math.min(t,110)-n)).map(e=>`${` `.repeat(n)}${e}`.trimEnd())}function Cr(e,t){let{colors:n}=t;switch(e.kind){case`text`:return Sr(q(e.content),t,2);case`alert`:return[``,...e.blocks.flatMap(e=>Cr(e,t)),``];case`list`:return e.items.flatMap(({content:n,blocks:r},i)=>{let a=e.isOrdered?`${i+1}. `:`- `,[o=``,...s]=Sr(q(n),t,a.length+2),c=r.flatMap(e=>e.kind===`text`?Sr(q(e.content),t,4):Cr(e,t));return[`  ${a}${o.trimStart()}`,...s,...c]});case`table`:return[``,...wr(e,t),``];case`code`:return[``,...e.text.as(e=>e).split(`
`).map(e=>`    ${n.cyan(u(e))}`.trimEnd()),``];case`fold`:return e.isPrinted?[``,...Sr(q(e.title),t).map(n.bold),...e.blocks.flatMap(e=>Cr(e,t))]:[]}}function wr(e,t){let n=e.columns.map((e,t)=>({...e,at:t}));for(;;){let r=n.flatMap(({isNumber:e},t)=>e===!0?[t]:[]),i=fr([n.map(({title:e})=>({text:q(e.map(Tr)),paint:t.colors.dim})),...e.rows.map(({cells:e})=>n.map(({at:n})=>Er(e[n]??[],t)))],{width:t.width-2,right:r});if(i!==null){let n=[null,...e.rows.map(({mark:e})=>e)];return i.flatMap((e,r)=>{let i=n[r]??null,a=i===null?` `:br(i,t)(yr[i]);return e.map((e,t)=>`${t===0?a:` `} ${e}`.trimEnd())})}let a=n.findLastIndex(({isOptional:e})=>e===!0);if(a===-1)return Or(e,t);n.splice(a,1)}}function Tr(e){return typeof e==`string`?e.toUpperCase():e}function Er(e,{colors:t}){let n=q(e);return e.some(Dr)?{text:n,paint:t.bold}:{text:n}}function Dr(e){return typeof e!=`string`&&`kind`in e&&e.kind===`strong`}function Or({columns:e,rows:t},n){return t.flatMap(({mark:t,cells:r})=>{let[i=[],...a]=r,o=t===null?` `:br(t,n)(yr[t]),s=Sr(q(i),n,2).map((e,t)=>t===0?`${o}${e.slice(1)}`:e),c=a.flatMap((t,r)=>{let i=q(t);return i===``?[]:Sr(`${q(e[r+1]?.title??[])}: ${i}`,n,4)});return[...s,...c]})}function q(e){return e.map(kr).join(``)}function kr(e){return typeof e==`string`?e:`kind`in e?e.kind===`strong`?q(e.content):kr(e.text):e.as(e=>u(l(e,xr)))}function Ar(e,t){let[n,r]=[jr(e),jr(t)];return[.../* @__PURE__ */ new Set([...n.keys(),...r.keys()])].map(e=>({name:`strategies.${t.name}.${e}`,before:n.get(e)??null,after:r.get(e)??null})).filter(e=>e.before!==e.after)}function jr({tags:e,linkmode:t,extldflags:n,ldflags:r,buildmode:i,env:a}){let o=[[`tags`,e.join(`,`)],[`linkmode`,t],[`extldflags`,n],[`ldflags`,r.join(` `)],[`buildmode`,i],...Object.entries(a).map(([e,t])=>[`env.${e}`,t])];return new Map(o.flatMap(([e,t])=>t===null||t===``?[]:[[e,t]]))}const Mr=[`ship`,`flags`,`go-version`,`go-version-file`,`working-directory`,`platforms`];function Nr(e,t,{request:n,source:r,workflow:i}){let a=e=>(e?.trim()??``)||null,o={...t.file?.inputs,...i.given};return[...Mr.filter(e=>i.changes.every(t=>t.name!==e)).map(e=>({name:e,before:a(o[e]),after:a(r.inputs[e])})).filter(({before:e,after:t})=>e!==t),...Pr(e,n)].map(e=>({...e,...Fr(e.name,t,{request:n,source:r})}))}function Pr(e,t){if(e.mode===`inspect`||t.mode===`inspect`)return[];let[[n],[r]]=[Lr(e).strategies,Lr(t).strategies];return n===void 0||r?.name!==n.name?[]:Ar(n,r)}function Fr(e,{file:t,path:n},{request:r,source:i}){let a={file:null,line:null},o=r.gate.policy.file?.path??null;if(i.given[e]!==void 0)return a;let s=Ir(e,i.lines),c=Ir(e,t?.lines??{});if(s!==null&&o!==null)return{file:o,line:s};if(c===null)return a;if(o!==null)return{file:o,line:null};if(n===null)return a;let l=G(r.where.workingDirectory);return{file:W(l,n).replaceAll(`\\`,`/`),line:c}}function Ir(e,t){return t[e]??t[e.replace(/\.(?:linkmode|extldflags)$/,`.ldflags`)]??null}function Lr({build:e}){return{...e,strategies:e.strategies.filter(({name:t})=>t===yt(e.ship))}}function Rr(e){return e===`check`||e===`plan`}const zr={mode:(e,t)=>e===`explain`&&Rr(t)||Rr(e)&&Rr(t)?null:Vr(e,t),packages:(e,t)=>Ur(Xe(e).filter(e=>!Xe(t).some(t=>Jr(t,e)))),binaries:(e,t)=>Ur(Gr(e).filter(e=>!Gr(t).includes(e))),images:(e,t)=>Ur(Gr(e).filter(e=>!Gr(t).includes(e))),strategies:null,build:null,platforms:(e,t)=>t===``&&e!==``?`${e} → the machine's own`:Ur(Je(e).filter(e=>!Je(t).includes(e))),ship:Vr,require:Hr(`none`,`static`),"runs-on":(e,t)=>Ur(Wr(e).filter(e=>!Wr(t).includes(e))),"max-glibc":(e,t)=>e!==``&&(t===``||M(t,e))?`${e} → ${t||`any`}`:null,flags:null,legs:null,plan:null,leg:null,reports:null,"working-directory":(e,t)=>Vr(Kr(e),Kr(t)),"output-dir":null,prove:(e,t)=>e!==``&&t===``?`is without ${e}`:null,"baseline-ref":(e,t)=>Vr(e||`the event's`,t||`the event's`),baseline:Hr(`none`,`policy`,`auto`,`build`),"fail-on":(e,t)=>Ur(qr(e).filter(e=>!qr(t).includes(e))),"on-missing-baseline":Hr(`pass`,`warn`,`fail`),config:null,"policy-relaxation":Hr(`warn`,`fail`),"go-version":null,"go-version-file":null,"go-download-base-url":Vr,"go-sha256":(e,t)=>e===``?null:Vr(e,t||`none`),cache:null,"add-to-path":null,summary:null,comment:null,"comment-key":null,token:null};function Br(e,t){return $e.flatMap(n=>{let r=zr[n]?.(Ze(n,e),Ze(n,t))??null;return r===null?[]:[`${n} ${r}`]})}function Vr(e,t){return e===t?null:`${e} → ${t}`}function Hr(...e){return(t,n)=>e.indexOf(n)<e.indexOf(t)?`${t} → ${n}`:null}function Ur(e){return e.length===0?null:`is without ${e.join(`, `)}`}function Wr(e){return Je(e).flatMap(e=>{try{return Ne(e)}catch{return[e]}})}function Gr(e){return e.split(`
`).map(e=>e.trim()).filter(e=>e!==``)}function Kr(e){return e.replace(/^\.\/(?=.)/,``).replace(/(?<=.)\/+$/,``)}function qr(e){return Je(e).filter(e=>Ye.some(t=>t===e))}function Jr(e,t){let[n,r]=e.split(/\/?\.\.\.(.*)$/s);if(e===t||r===void 0)return e===t;if(r!==``||n===void 0)return!1;let i=/^\.\.?(?:\/|$)/.test(t);if(n===`.`)return i&&!t.startsWith(`..`);let a=t.replace(/\/?\.\.\.$/,``);return a===n||a.startsWith(`${n}/`)}function Yr(e){return{given:e,env:{},changes:[],relaxations:[],notes:[],goFile:null}}async function Xr(e,t){let{source:n}=e.gate.policy,r={...e,build:Lr(e)};if(n===null)return{...Qr(e),request:r,unknownShip:null,differs:!1};let i=await ai(n,e,t),{parsed:a,unknownShip:o,trouble:s}=li(i,e,{source:n,workflow:t.workflow}),c=a.mode===`inspect`?r:a,l=ti(c),u=ti(e),d=Object.keys(u).filter(e=>JSON.stringify(l[e])!==JSON.stringify(u[e])),f=[c,e].map(e=>ei(e)),p=d.length>0||o!==null||f[0]!==f[1],m=[...i.steps,...s,...t.workflow.notes,...ni(n.name,{...i,differences:d,differs:p,workflow:t.workflow})],h=p||Object.keys(t.workflow.env).length>0;return{...$r(c,i,{request:e,source:n,workflow:t.workflow}),request:c,unknownShip:o,differs:h,steps:m}}async function Zr(e,t){if(e.mode!==`inspect`)return Xr(e,t);let{source:n}=e.gate.policy;if(n===null)return Qr(e);let r=await ai(n,e,t),{parsed:i,trouble:a}=li(r,e,{source:n,workflow:t.workflow});return{...$r(i,r,{request:e,source:n,workflow:t.workflow}),steps:[...r.steps,...a,...t.workflow.notes]}}function Qr({gate:e}){return{rules:e,relaxations:[],changes:[],env:{},goFile:null,steps:[]}}function $r(e,t,{request:n,source:r,workflow:i}){let a={...t.file?.inputs,...i.given};return{rules:e.gate,relaxations:[.../* @__PURE__ */ new Set([...i.relaxations,...Br(a,r.inputs)])],changes:[...i.changes,...Nr(e,t,{request:n,source:r,workflow:i})],env:i.env,goFile:i.goFile}}function ei(e){return JSON.stringify(Lr(e).strategies.map(({summary:e,...t})=>t))}function ti({where:e,build:t,go:n}){let{workingDirectory:r,packages:i,platforms:a}=e;return{"working-directory":G(r),packages:i,platforms:a,ship:t.ship,flags:t.flags,"go-version":n.goVersion,"go-version-file":n.goVersionFile}}function ni(e,t){let{differences:n,workflow:r}=t,i=r.changes.map(e=>e.name).filter(e=>!ri.includes(e)),a=n.filter(e=>!i.includes(e)),o=t.differs&&n.length===0&&i.length===0?[`the shipped strategy`]:a,s=t.file===null?`the base has no ${e}`:`the base is built as its own ${e} says`;return[...o.length===0?[]:[`${s}; ${ii(o)}`],...i.length===0?[]:[`the base is built as its own workflow says; ${ii(i)}`]]}const ri=[`mode`,`build`,`require`,`baseline`,`baseline-ref`,`fail-on`,`on-missing-baseline`,`policy-relaxation`,`config`,`cache`];function ii(e){return`${e.join(`, `)} ${e.length>1?`differ`:`differs`}`}async function ai({given:e,name:t,inputs:n},r,i){let a=i.workflow.given,o=Ze(`config`,a),s=G(Ze(`working-directory`,a)),c=st(o,s,i.top).flatMap(e=>{let t=i.pathIn(e);return t===void 0?[]:[{whole:e,path:t}]});if(c.length===0){let i=Ze(`config`,e)===o;return i&&r.gate.policy.file===null?{file:null,path:null,steps:[]}:i?{file:oi(n,r),path:null,steps:[`${t} is in no repository, so it counts for the base as well`]}:{file:null,path:null,steps:[`the base's config, ${o}, is in no repository`]}}for(let{whole:e,path:t}of c){let n=await i.read(t);if(n.kind!==`absent`)return n.kind===`unreadable`?ci(n.why):si(n.text,{name:o,path:e})}return{file:null,path:null,steps:[]}}function oi(e,t){let{rules:n}=t.gate.policy;return{inputs:e,lines:{},strategies:t.mode===`inspect`?[]:t.build.strategies.filter(({name:e})=>ft(e,[])!==null),rules:n,runners:{}}}async function si(e,{name:t,path:n}){let{parseBaseConfigFile:r}=await import(`./config-file.js`);try{return{file:await r(e,`${t} of the base`),path:n,steps:[]}}catch(e){if(e instanceof s)return ci(e.message);throw e}}function ci(e){return{file:null,path:null,steps:[`the base's config cannot be read, so it allows nothing (${e})`]}}function li({file:e},t,{source:n,workflow:r}){try{return{...ui(e,t,{source:n,given:r.given}),trouble:[]}}catch(e){if(!(e instanceof s))throw e;let r=[`the base's inputs cannot be read, so those of this run count for it too (${e.message})`];return{...ui(null,t,{source:n,given:n.given}),trouble:r}}}function ui(e,t,{source:n,given:r}){let{policy:i}=t.gate,a=`${n.name} of the base`,o={...i,file:e&&{name:a,path:i.file?.path??n.name},rules:e?.rules??[],source:{...n,given:r}},s={...e?.inputs,...r,mode:t.mode},c=e?.strategies??[];if(t.mode===`inspect`){let{binaries:e,images:n}=t.where,r={binaries:e.join(`
`),images:n.join(`
`)};return{parsed:_t({...s,...r},{policy:o,strategies:c}),unknownShip:null}}let l=qe(`ship`,s),u=ft(l,c),d=u===null?c:[...c,...di(l,t)];return{parsed:_t({...s,strategies:yt(l)},{policy:o,strategies:d}),unknownShip:u}}function di(e,t){let n=t.build.strategies.filter(({name:t})=>t===e);return n.length>0?n:Lr(t).strategies.map(t=>({...t,name:e}))}const fi=[`--no-tags`,`--no-prune`,`--no-recurse-submodules`];async function pi(e){return await R(e(`rev-parse`,`--is-shallow-repository`))===`true`}async function mi(e){return await pi(e)?[`--depth=1`]:[]}async function hi(e,{steps:t,git:n,depth:r}){if((await n(`cat-file`,`-e`,`${e}^{commit}`)).exitCode===0)return{kind:`found`,sha:e,steps:t};let i=await gi(e,n);if(i===null)return{kind:`found`,sha:e,steps:[...t,`fetched it`]};let a=r===void 0?``:await vi(r,n);return{kind:`missing`,steps:[...t,`it is not in this clone, and fetching it failed: ${i}${a}`]}}async function gi(e,t,n){let r=n??(await _i(t))[0];if(r===void 0)return`the repository has no remote`;let i=await t(`fetch`,...fi,...await mi(t),`--`,r,e);return i.exitCode===0?null:ct(i)}async function _i(e){let{exitCode:t,stdout:n}=await e(`remote`);return(t===0?n.split(`
`).filter(e=>e!==``):[`origin`]).toSorted((e,t)=>Number(t===`origin`)-Number(e===`origin`))}async function vi(e,t){return await pi(t)?`; check out with fetch-depth: ${e}`:``}async function yi(e,t){let{stdout:n,exitCode:r}=await t(`cat-file`,`-p`,e);return r===0?[...(n.split(`

`,1)[0]??``).matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([,e])=>e??``):[]}async function bi(e,t){let n=xi(e,await _i(t)),r=await Ci(n,t);if(r!==null)return{kind:`found`,sha:r.sha,steps:[`${e} is ${I(r.sha)}`,...r.steps]};let i=/^(?:HEAD|@)(?:\^1?|~1?)$/.test(e)?(await yi(`HEAD`,t))[0]:void 0;return i===void 0?Oi(n,t):hi(i,{steps:[`${e} is ${I(i)}`],git:t,depth:2})}function xi(e,t){let[,n]=/^refs\/heads\/(.+)$/s.exec(e)??[],r=e.replace(/^(?:refs\/)?remotes\//,``),i=t.find(e=>r.startsWith(`${e}/`)),a=e=>t.map(t=>`refs/remotes/${t}/${e}`),o={remote:void 0,what:e};if(i!==void 0){let t={remote:i,what:`refs/heads/${r.slice(i.length+1)}`};return{ref:e,local:[],wanted:r===e?[t,o]:[t],isPlain:!1}}if(n!==void 0)return{ref:e,local:a(n),wanted:[o],isPlain:!1};let s=!e.startsWith(`refs/`)&&!Si(e);return{ref:e,local:a(e),wanted:[o],isPlain:s}}function Si(e){return/^[0-9a-f]{4,64}$/i.test(e)}async function Ci({ref:e,local:t,isPlain:n},r){let i=await Ai([e,...t],r);if(i===null||!n)return i===null?null:{sha:i,steps:[]};let a=await wi(e,r);if(a===null)return{sha:i,steps:[]};let o=await Ai([`refs/heads/${e}`,...t],r),s=o!==null&&o!==a,c=s?[`a tag and a branch have this name: this is the tag, and refs/heads/${e} the branch`]:[];return{sha:s?a:i,steps:c}}async function wi(e,t){let n=await ji(`refs/tags/${e}`,t);return n!==null||!ki(e)||/^(?:HEAD|@)(?:$|[~^@])/.test(e)?n:!await pi(t)||(await _i(t)).length===0?null:await gi(`refs/tags/${e}`,t)===null?ji(`FETCH_HEAD`,t):null}const Ti=/couldn't find remote ref|no such remote ref|: not our ref /i,Ei=`it is not a commit`;function Di(e){return e===`the repository has no remote`||e===Ei||Ti.test(e)}async function Oi({ref:e,wanted:t},n){let r=`${e} was not found locally or on origin`;if(!ki(e))return{kind:`missing`,steps:[r],isUnknown:!await pi(n)};let i=[];for(let{remote:r,what:a}of t){let t=await gi(a,n,r),o=t===null?await ji(`FETCH_HEAD`,n):null;if(o!==null)return{kind:`found`,sha:o,steps:[`${e} is ${I(o)}`,`fetched it`]};i.push(t??Ei)}let a=Si(e)&&e.length<40,o=a?`; a remote knows commits by their whole names alone: write all digits`:``,s=i.every(e=>Di(e))&&!(a&&await pi(n));return{kind:`missing`,steps:[`${r}: ${i[0]??``}${o}${await vi(0,n)}`],isUnknown:s}}function ki(e){return!/[:*?[\\~^\s]|^\+|^-|\.\.|@\{/.test(e)}async function Ai(e,t){for(let n of e){let e=await ji(n,t);if(e!==null)return e}return null}function ji(e,t){return R(t(`rev-parse`,`--verify`,`--quiet`,`--end-of-options`,`${e}^{commit}`))}async function Mi(e,t){switch(e.kind){case`none`:return{kind:`absent`,steps:[e.why]};case`lost`:return{kind:`missing`,steps:[e.why]};case`commit`:return Ni(e,t);case`ref`:return e.found??bi(e.ref,t);case`merge-parent`:return Fi(e,t)}}async function Ni({sha:e,head:t,what:n},r){let i=await R(r(`rev-parse`,`HEAD`));return t!==null&&i!==t?Pi(`HEAD is not ${I(t)}, which the event is about`,r):hi(e,{steps:[`${n} is ${I(e)}`],git:r,depth:0})}async function Pi(e,t){let[n]=await yi(`HEAD`,t),r=[`${e}: another commit is checked out`];return n===void 0?{kind:`missing`,steps:r.map(e=>`${e}, and it has no parent`)}:hi(n,{steps:[...r,`its first parent is ${I(n)}`],git:t,depth:2})}async function Fi({head:e,branch:t},n){let r=await R(n(`rev-parse`,`HEAD`)),[i,a]=await yi(`HEAD`,n);return i!==void 0&&a===e?hi(i,{steps:[`HEAD merges the pull request into ${I(i)}, its first parent`],git:n,depth:2}):r===e?Ii({head:e,branch:t},n):a===void 0?Pi(`HEAD is not a commit of this pull request`,n):{kind:`missing`,steps:[`HEAD merges ${I(a)}, and the pull request is at ${I(e)}: the merge is stale, run again`]}}async function Ii({head:e,branch:t},n){let r=[`HEAD is the head of the pull request; looking for where it left ${t}`],i=`refs/remotes/origin/${t}`,a=`+refs/heads/${t}:${i}`;if(!await pi(n)){let e=await n(`fetch`,...fi,`--`,`origin`,a);e.exitCode!==0&&r.push(`fetching ${t} failed: ${ct(e)}`);let o=await R(n(`merge-base`,`HEAD`,i));return o===null?{kind:`missing`,steps:[...r,`no common commit was found`]}:{kind:`found`,sha:o,steps:[...r,`it is ${I(o)}`]}}let o=Number(await R(n(`rev-list`,`--count`,`HEAD`)));for(let s of[50,200,1e3]){let c=await n(`fetch`,...fi,`--depth=${o+s}`,`--`,`origin`,a,e),l=await R(n(`merge-base`,`HEAD`,i));if(l!==null)return{kind:`found`,sha:l,steps:[...r,`it is ${I(l)}`]};if(c.exitCode!==0){r.push(`fetching ${t} failed: ${ct(c)}`);break}}return{kind:`missing`,steps:[...r,`no common commit was found; check out with fetch-depth: 0`]}}async function Li(e,t,n){let r=P(e.root,n),i=t.kind===`ref`||t.kind===`none`?null:await Ri(e,n);if(i===null)return Mi(t,r);let a=await Li(i,t,n);if(a.kind!==`found`)return a;let o=W(i.root,e.root).replaceAll(`\\`,`/`),s=a.around??{sha:a.sha,repository:i},c=await zi({path:o,sha:a.sha},i,n);if(c===null){let e=`${I(a.sha)} has no submodule ${o}`;return{kind:`missing`,steps:[...a.steps,e],around:s}}return{...await hi(c,{steps:[...a.steps,`it has the submodule ${o} at ${I(c)}`],git:r,depth:0}),around:s}}async function Ri({root:e},t){let n=await R(P(e,t)(`rev-parse`,`--show-superproject-working-tree`));if(n===null)return null;let r=await dt(G(n),t);return`why`in r?null:r}async function zi({path:e,sha:t},{root:n},r){let i=await R(P(n,r)(`ls-tree`,`--full-tree`,`-z`,t,`--`,`:(literal)${e}`));return/^160000 commit ([0-9a-f]+)\t/.exec(i??``)?.[1]??null}function Bi(e){let t=Object.fromEntries(e);if(JSON.stringify(t).includes("${{")||``in t)return null;let{include:n,exclude:r,...i}=t,[a,o]=[Wi(n),Wi(r)];if(a===null||o===null)return null;let s=[{}];for(let[e,t]of Object.entries(i)){let n=typeof t==`string`?Gi(t):t;if(n===null||s.length*n.length>Vi)return null;s=s.flatMap(t=>n.map(n=>({...t,[e]:Ki(n)})))}return Hi(Object.keys(i).length===0?[]:s.filter(e=>!o.some(t=>Ui(t,e))),a,Object.keys(i))}const Vi=256;function Hi(e,t,n){let r=e,i=[];for(let e of t){let t=Object.fromEntries(Object.entries(e).map(([e,t])=>[e,Ki(t)])),a=e=>n.every(n=>!(n in t)||e[n]===t[n]);r.some(a)?r=r.map(e=>a(e)?{...e,...t}:e):i.push(t)}return[...r,...i]}function Ui(e,t){return Object.entries(e).every(([e,n])=>t[e]===Ki(n))}function Wi(e){if(e===void 0)return[];let t=typeof e==`string`?Gi(e):e;return t?.every(e=>typeof e==`object`&&!!e)===!0?t:null}function Gi(e){try{let t=JSON.parse(e);return Array.isArray(t)?t:null}catch{return null}}function Ki(e){return typeof e==`string`?e:JSON.stringify(e)}function qi(e){return/^\s*\$\{\{\s*matrix\.([\w-]+)\s*\}\}\s*$/.exec(e)?.[1]??null}function Ji(e,t,{before:n,now:r}){let i=n=>n[e]?.trim()===t;if(n.some(i))return t;let a=r.filter(i).map(t=>{let i=t=>JSON.stringify(Object.entries({...t,[e]:``}).toSorted()),[a,...o]=n.filter(e=>i(e)===i(t)),s=n.length===r.length?n[r.indexOf(t)]:void 0;return(o.length===0?a??s:s)?.[e]}),[o,...s]=new Set(a);return s.length===0?o:void 0}function Yi(e,t){let n=/* @__PURE__ */ new Map,r=new Set(t),i=[({workflow:e,job:t,id:n})=>n&&Xi(e,t,n),({workflow:e,job:t,name:n})=>n&&Xi(e,t,n),({workflow:e,job:t})=>Xi(e,t),({job:e,id:t})=>t&&Xi(e,t),({job:e,name:t})=>t&&Xi(e,t),({job:e})=>Xi(e),({workflow:e,id:t})=>t&&Xi(e,t),({workflow:e})=>e,()=>``];for(let t of i)Zi(t,{head:e.filter(e=>!n.has(e)),left:r,pairs:n});return{pairs:n,lost:[...r]}}function Xi(...e){return e.join(`
`)}function Zi(e,{head:t,left:n,pairs:r}){let i=t=>A(t.filter(t=>e(t)!==null),t=>e(t)??``),a=i([...n]);for(let o of i(t)){let t=a.find(([t])=>t!==void 0&&o[0]!==void 0&&e(t)===e(o[0]))??[];if(t.length===o.length)for(let[e,i]of o.entries()){let a=t[e];a!==void 0&&(r.set(i,a),n.delete(a))}}}function Qi(e,{file:t,job:n,action:r}){let i=e.filter(({workflow:e})=>e===t),a=i.filter(({jobId:e,job:t})=>e===n||t.split(`/`).includes(n)),o=a.find(({id:e})=>e!==null&&e===r);if(o!==void 0)return o;let[,s]=/^__.*?_(\d+)$/.exec(r)??[],c=a.filter(({id:e})=>e===null),l=r.startsWith(`__`)?c[Number(s??1)-1]:void 0;if(l!==void 0)return l;let[u,d]=a.length>0?a:i;return d===void 0?u??null:null}function $i(e,t){let{file:n,line:r}=e,i=t.isLenient||!e.isLenient?[]:[`continue-on-error is set (${n}:${r})`],a=new Set(t.conditions.map(({text:e})=>e)),o=e.conditions.filter(({text:e})=>!a.has(e)&&!ea.test(e));return[...i,...o.map(t=>ta(e,t)),...ia(t.triggers,e.triggers).map(t=>`${e.workflow} ${t}`),...sa(e,t)]}const ea=/^(?:true|(?:success|always)\s*\(\s*\)|!\s*cancelled\s*\(\s*\))$/;function ta({name:e,id:t,job:n},{text:r,file:i,line:a}){return`the step ${e??t??`of job ${n}`} runs only if ${r} (${i}:${a})`}const na=[`pull_request`,`pull_request_target`,`merge_group`,`push`],ra={pull_request:[`opened`,`synchronize`,`reopened`],pull_request_target:[`opened`,`synchronize`,`reopened`],merge_group:[`checks_requested`]};function ia(e,t){return na.flatMap(n=>{let[r,i]=[e.get(n),t.get(n)];return r===void 0?[]:i===void 0?[`no longer runs on ${n}`]:[.../* @__PURE__ */ new Set([...r.keys(),...i.keys()])].flatMap(e=>{let t=e===`types`?ra[n]??[]:void 0,a=aa(e,r.get(e)??t,i.get(e)??t);return a===null?[]:[`runs on fewer events ${n}: ${e} ${a}`]})})}function aa(e,t,n){let r=(n??[]).filter(e=>!(t??[]).includes(e));if(e.endsWith(`-ignore`))return r.length===0?null:`has ${r.join(`, `)}`;if(n===void 0)return null;let i=r.filter(e=>e.startsWith(`!`));if(i.length>0)return`has ${i.join(`, `)}`;if(n.includes(`**`))return null;if(t===void 0)return`is only ${n.join(`, `)||`empty`}`;let a=t.filter(e=>!e.startsWith(`!`)&&!n.includes(e));return a.length===0?null:`is without ${a.join(`, `)}`}const oa=[`packages`,`platforms`,`binaries`,`images`,`working-directory`];function sa(e,t){let[n,r]=[Bi(e.matrix),Bi(t.matrix)];if(n===null||r===null)return[];let i=(e,t)=>{let n=qi(e??``);return n===null?[]:[...new Set(t.flatMap(e=>e[n]??[]))]},a=e=>{let[t,a]=[i(e[0],r),i(e[1],n)],o=t.filter(e=>!a.includes(e));return o.length===0||a.length===0?null:t.length>a.length?o:null},o=oa.flatMap(n=>{let r=a([t.with.get(n)?.raw,e.with.get(n)?.raw]);return r===null?[]:[`${n} is without ${r.join(`, `)}`]}),s=a([t.runsOn,e.runsOn]);return s===null?o:[...o,`job ${e.job} no longer runs on ${s.join(`, `)}`]}function ca({head:e,base:t},n){let{pairs:r,lost:i}=Yi(e,t),a=i.map(({file:e,line:t,name:n,id:r,job:i})=>`the step ${n??r??`of job ${i}`} (${e}:${t} of the base) no longer checks anything`),o=[...r].flatMap(([e,t])=>$i(e,t)),s=[.../* @__PURE__ */ new Set([...a,...o])],c=Qi(e,n.running),l=c===null?t.length===1?t[0]:void 0:r.get(c);if(l===void 0){let e=[`${t.length===0?`the base has no such step`:`the base has no step that this one was`} in its workflows: the inputs of this run count for it too`];return{given:n.given,env:{},changes:[],relaxations:s,notes:e,goFile:null}}return{...la(l,c,n),relaxations:s}}function la(e,t,n){let r={base:e,head:t,run:n},i=$e.filter(e=>!pa.includes(e)).map(e=>[e,da(e,r)]),a=va(e,t).map(e=>[e,fa(e,r)]),o=Object.fromEntries(i.flatMap(([e,{before:t}])=>t===null?[]:[[e,t]])),s=a.flatMap(([e,{change:t,before:n}])=>t===null?[]:[[e,n??void 0]]),c=[...i,...a].map(([,e])=>e),l=c.flatMap(({change:e})=>e??[]),u=c.flatMap(({note:e})=>e??[]);return{...ya({given:o,changes:l},r),env:Object.fromEntries(s),notes:u}}function ua(e,t,n){return{...e,file:t&&n.shownPath(t.file),line:t?.line??null}}function da(e,{base:t,head:n,run:r}){let i=ma(r.given[e]),[a,o]=[t.with.get(e),n?.with.get(e)],s=ha(e,{base:a,head:o,after:i},{base:t,head:n}),{before:c}=s;return{...s,change:c===i?null:ua({name:e,before:c,after:i},o??n,r)}}function fa(e,{base:t,head:n,run:r}){let[i,a]=[t.env.get(e),n?.env.get(e)],o={change:null,before:null,note:null};if(i?.raw===a?.raw&&i?.value===a?.value)return o;if(i?.value===null)return{...o,note:_a(e,i)};let[s,c]=[i?.value??null,r.env[e]??null];return s===c?o:{before:s,note:null,change:ua({name:e,before:s,after:c},a??n,r)}}const pa=[`token`,`comment-key`,`comment`,`summary`];function ma(e){let t=e?.trim()??``;return t===``?null:t}function ha(e,{base:t,head:n,after:r},i){return i.head!==null&&t?.raw.trim()===n?.raw.trim()&&t?.value===n?.value?ga(e,{base:t,after:r},i):t===void 0?{before:null,note:null}:t.value===null?{before:r,note:_a(e,t)}:{before:ma(t.value),note:null}}function ga(e,{base:t,after:n},r){let[i,a]=[r.base.matrix,r.head?.matrix??r.base.matrix],o=!(t?.raw.includes(`matrix`)??!1)||JSON.stringify([...i])===JSON.stringify([...a]);if(t?.value!==null||o)return{before:n,note:null};let[s,c,l]=[qi(t.raw),Bi(i),Bi(a)],u=s!==null&&c!==null&&l!==null?Ji(s,n??``,{before:c,now:l}):void 0;return u===void 0?{before:n,note:_a(e,t)}:{before:ma(u),note:null}}function _a(e,{file:t,line:n}){return`${e} is an expression in the base's ${t}:${n}, so this run's value counts for the base too`}function va(e,t){return[.../* @__PURE__ */ new Set([...e.env.keys(),...t?.env.keys()??[]])].filter(e=>et.test(e)||/^GO(?!OGLE)/.test(e))}function ya({given:e,changes:t},n){let{base:r,head:i,run:a}=n,o={given:e,changes:t,goFile:null};if([e,a.given].some(e=>`go-version`in e||`go-version-file`in e)||r.setupGo===null)return o;if(r.setupGo.version===null)return{...o,goFile:xa(r.setupGo.file,n)};let s=ba(i),[c,l]=[r.setupGo.version.value,s?.value??null];if(c===null||c===l)return o;let u=ua({name:`go-version`,before:c,after:l},s??i,a);return{...o,given:{...e,"go-version":c},changes:[...t,u]}}function ba(e){let t=e?.setupGo??null;return t&&(t.version??t.file)}function xa(e,{head:t,run:n}){let r=e?.value??null;if(r===null)return null;let i=ba(t),a=t?.setupGo?.version===null?i?.value??null:null,{file:o,line:s}=ua({name:`go-version`,before:r,after:a},i??t,n);return{before:r,after:a,place:{file:o,line:s}}}async function Sa(e,t,n){let r=P(t.root,n),i=e.split(`/`),a=[];for(let o=0;;){let s=i.shift();if(s===void 0)return{kind:`unreadable`,why:`${e} is a folder`};if(s===``||s===`.`)continue;if(s===`..`){if(a.pop()===void 0)return wa(e);continue}let c=[...a,s].join(`/`),l=await Ta(c,t.sha,r);if(l===null)return{kind:`absent`};if(l.mode===`160000`){let r={sha:l.id,root:H(t.root,c)};return Ea({path:e,module:c,rest:i.join(`/`)},r,n)}if(l.mode===`040000`)a.push(s);else if(l.mode===`120000`){let{stdout:t}=await r(`cat-file`,`blob`,l.id);if(/^(?:\/|[A-Za-z]:)/.test(t))return wa(e);if(++o>40)return{kind:`unreadable`,why:`${e} is a symbolic link that leads to itself`};i.unshift(...t.split(`/`))}else if(i.some(e=>e!==``&&e!==`.`))return{kind:`absent`};else return Ca({path:e,id:l.id},r)}}async function Ca({path:e,id:t},n){let{exitCode:r,stdout:i}=await n(`cat-file`,`blob`,t);return r===0?i.includes(`�`)?{kind:`unreadable`,why:`${e} is not UTF-8`}:{kind:`text`,text:i}:{kind:`unreadable`,why:`git cannot read ${e}`}}function wa(e){return{kind:`unreadable`,why:`${e} is a symbolic link that leads outside the repository`}}async function Ta(e,t,n){let r=await F(n(`ls-tree`,`--full-tree`,`-z`,t,e)),[,i,a]=/^(\d{6}) \w+ ([0-9a-f]+)\t/.exec(r?.[0]??``)??[];return i===void 0||a===void 0?null:{mode:i,id:a}}async function Ea({path:e,module:t,rest:n},r,i){return await i.files.kindOf(H(r.root,`.git`))===void 0?{kind:`unreadable`,why:`${e} is in the submodule ${t}, which is not checked out`}:(await hi(r.sha,{steps:[],git:P(r.root,i)})).kind===`found`?Sa(n,r,i):{kind:`unreadable`,why:`${e} is in the submodule ${t}, which lacks that commit`}}const Da=/^0+$/;function Oa(e,t,n){let{baseline:r,baselineRef:i}=e,a=Pt(t);if(a!==null){let e={kind:`none`,why:`baseline: none`};if(r===`none`)return{programs:e,policy:e};throw new s(`baseline: ${a} runs with the repository's permissions, and a build would run code from the pull request; use the event pull_request, or baseline: none`)}let o=Aa(t.GITHUB_EVENT_NAME??``,Ma(n),t),c=i===null?o:{kind:`ref`,ref:i},l=o.kind===`none`?c:o;if(r===`none`)return{programs:{kind:`none`,why:`baseline: none`},policy:l};if(c.kind===`none`&&r===`build`)throw new s(`baseline: build needs a commit to build (${c.why}); name one in baseline-ref`);return{programs:c,policy:l}}async function ka({env:e,files:t}){let n=e.GITHUB_EVENT_PATH??``,r=n===``||e.GITHUB_ACTIONS!==`true`?void 0:await t.readText(n);try{return JSON.parse(r??`null`)}catch{return null}}function Aa(e,t,n){switch(e){case``:return{kind:`none`,why:`no baseline-ref is given, and this is not a workflow run`};case`pull_request`:{let e=Pa(t.pull_request,`head`,`sha`),n=Na(t.pull_request,`base`,`ref`);return e===null||n===null?{kind:`lost`,why:`the event has no pull request`}:{kind:`merge-parent`,head:e,branch:n}}case`merge_group`:{let e=Pa(t.merge_group,`base_sha`),n=Pa(t.merge_group,`head_sha`);return e===null?{kind:`lost`,why:`the event does not name a base commit`}:{kind:`commit`,sha:e,head:n,what:`the base of the merge group`}}case`push`:return ja(t,n);default:return{kind:`none`,why:`the event ${e} has no base commit; set baseline-ref`}}}function ja(e,t){if((t.GITHUB_REF??``).startsWith(`refs/tags/`))return{kind:`none`,why:`a tag has no base commit; set baseline-ref`};let n=Pa(e,`before`);return n===null?{kind:`lost`,why:`the event does not name the commit before the push`}:Da.test(n)?{kind:`none`,why:`the branch is new`}:{kind:`commit`,sha:n,head:Pa(e,`after`),what:`what the branch was before the push`}}function Ma(e){return typeof e==`object`&&e?e:{}}function Na(e,...t){let n=t.reduce((e,t)=>Ma(e)[t],e);return typeof n==`string`&&n!==``?n:null}function Pa(e,...t){let n=Na(e,...t);return n!==null&&/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(n)?n:null}function Fa(e,t){let n=e.now()+t,r=t<6e4?`${t/1e3} s`:`${Math.round(t/6e4)} min`,i=t=>(r,i,a)=>t(r,i,{...a,timeoutMs:n-e.now()});return{ports:{...e,ask:i(e.ask),work:i(e.work)},isOver:()=>e.now()>=n,why:`its time limit of ${r} ran out`}}async function Ia(e,{where:t},n){let r=[e.programs,e.policy].find(e=>e.kind===`ref`);if(r===void 0)return e;try{let i=await La(r,G(t.workingDirectory),Fa(n,6e5).ports),a=e=>e.kind===`ref`?i:e;return{programs:a(e.programs),policy:a(e.policy)}}catch(t){if(t instanceof a)return e;throw t}}async function La(e,t,n){let r=await dt(t,n);if(`why`in r){if(!/not a git repository/i.test(r.why))return e;throw new s(`baseline-ref: "${e.ref}" cannot be looked up: ${r.why}`)}let i=await Li(r,e,n);if(i.kind!==`missing`||i.isUnknown!==!0)return{...e,found:i};let a=Pe(e.ref,await Ra(r,n));throw new s(`baseline-ref: ${i.steps.at(-1)??`"${e.ref}" was not found`}${a}`)}async function Ra({root:e},t){let n=P(e,t),r=(await R(n(`for-each-ref`,`--count=2000`,`--format=%(refname:strip=2)`))??``).split(`
`).filter(e=>e!==``);return[...new Set(r.flatMap(e=>[e,e.replace(/^[^/]+\//,``)]))]}function za({rules:e,relaxations:t}){return{rules:e,relaxations:t,isChange:!0}}async function Ba(e,t,n){let r={source:`none`,sha:null,rules:null,relaxations:[]};if(e.kind===`none`)return{...r,isChange:!1,steps:[]};let i=await dt(G(t.where.workingDirectory),n);if(`why`in i)return{...r,isChange:!0,steps:[i.why]};let a=await Li(i,e,n);if(a.kind!==`found`)return{...r,isChange:!0,steps:a.steps};let{sha:o,around:s}=a,c=await Zr(t,await Ua(t,{sha:o,repository:i,around:s},n));return{source:`policy`,sha:o,...za(c),steps:[...a.steps,...c.steps]}}async function Va(e,t){if(e.gate.policy.source===null||Pt(t.env)!==null)return null;let{policy:n}=await Ia(Oa({baseline:`none`,baselineRef:e.mode===`inspect`?null:e.baselineRef},t.env,await ka(t)),e,t);return n.kind===`none`?null:{...Ha,...await Ba(n,e,t)}}const Ha={source:`none`,sha:null,steps:[],isMissing:!1,isMachineFault:!1,notListed:null,cells:[],gone:[],moved:/* @__PURE__ */ new Map,hunks:/* @__PURE__ */ new Map,rules:null,isChange:!1,relaxations:[],changes:[]};async function Ua(e,{around:t,...n},r){let{repository:i}=n;return{read:Wa(n,r),pathIn:e=>N(i,e),top:i.alias,workflow:await Ga(e,t??n,r)}}function Wa({sha:e,repository:t},n){return r=>Sa(r,{sha:e,root:t.root},n)}async function Ga(e,{sha:t,repository:n},r){let{env:i}=r,a=e.gate.policy.source?.given??{},o=Yr(a),s=qa(i.GITHUB_WORKFLOW_REF??``);if(s===null)return o;let c=await Ja({sha:t,repository:n},r);if(c?.length===0)return o;if(c===null)return{...o,notes:[`git could not tell whether the workflow differs`]};let l={repository:(i.GITHUB_ACTION_REPOSITORY??``)||null},u=[.../* @__PURE__ */ new Set([s,...c.filter(e=>Xa.test(e))])],d=async e=>Ya((await Promise.all(u.map(t=>Ot(t,{read:e,action:l})))).flat()),[f=[],p=[]]=await Promise.all([`HEAD`,t].map(e=>d(Wa({sha:e,repository:n},r)))),m=G(e.where.workingDirectory);return ca({head:f,base:p},{given:a,env:i,running:{file:s,...Ka(e,i)},shownPath:e=>W(m,H(n.alias,e)).replaceAll(`\\`,`/`)})}function Ka(e,t){return(e.mode===`inspect`?null:e.own?.plan.step??null)??{job:t.GITHUB_JOB??``,action:t.GITHUB_ACTION??``}}function qa(e){return/^[^/]+\/[^/]+\/(.+?)@/s.exec(e)?.[1]??null}async function Ja({sha:e,repository:t},n){let r=[`:(top).github/workflows`,...Za.map(e=>`:(top,glob)**/${e}`)],i=P(t.root,n);return F(i(`diff`,`--name-only`,`-z`,`--no-renames`,`--no-ext-diff`,e,`HEAD`,`--`,...r))}function Ya(e){return e.filter(({workflow:t,file:n,line:r,triggers:i})=>![...i.keys()].every(e=>e===`workflow_call`)||e.every(e=>e.workflow===t||e.file!==n||e.line!==r))}const Xa=/^\.github\/workflows\/[^/]+\.ya?ml$/,Za=[`action.yml`,`action.yaml`,`*.mod`,`*.work`,`*go-version*`,`.tool-versions`];function Qa(e,t){if(t.status!==`built`)return;if(e.status!==`built`)return e.findings.some(({kind:e})=>e===`machine-fault`)?void 0:{kind:`build`,...$a(e.status===`failed`?`no longer builds`:`is no longer built`,e.reason??``)};let n=to(e,t)??so(e,t)??oo(e,t,[]);return n&&{kind:`regression`,...n}}function $a(e,t){return{what:`${e}: ${t}`,summary:e,detail:t}}function eo(e){return{what:e,summary:e,detail:null}}function to(e,t){let[n,r]=[e.linkage,t.linkage];if(n===null||r===null)return;let i=n.kind===`unreadable`||n.kind===`packed`;if(i&&r.kind!==n.kind)return $a(`can no longer be judged (was ${r.kind})`,n.reason??n.kind);if(i||r.kind===`unreadable`||r.kind===`packed`)return;if(!f(t)||f(e))return io(e,t);let a=`needs ${x(no(e))}${ro(e)}`;return eo(`is now ${n.kind} (was ${r.kind}; ${a})`)}function no({linkage:e}){if(e===null)return[];let t=[...e.interpreter===null?[]:[e.interpreter],...e.needed];return t.length===0?[`nothing`]:t}function ro({linkage:e}){return e?.minGlibc==null?``:`, glibc ${e.minGlibc} or newer`}function io(e,t){let[n,r]=[e.linkage,t.linkage];if(n===null||r===null)return;let i=[...ao(n,r,ae(e,t)??``),...M(n.minGlibc,r.minGlibc)?[`requires glibc ${n.minGlibc??``}, was ${r.minGlibc??`none`}`]:[],...M(n.minOs,r.minOs)?[`requires release ${n.minOs??``} of its system, was ${r.minOs??`any`}`]:[]],a=oo(e,t,i);return a===void 0?i.length===0?void 0:eo(`now starts on fewer systems (${i.join(`, `)})`):a}function ao(e,t,n){let{kind:r,interpreter:i,needed:a}=e,o=i!==null&&i!==t.interpreter&&!n.includes(i),s=(r===`system`?[]:a).filter(e=>!t.needed.includes(e)&&!n.includes(e));return[...o?[`needs the dynamic loader ${i}`]:[],...s.length>0?[`also needs ${x(s)}`]:[]]}function oo(e,t,n){let r=oe(e,t);if(r.length===0)return;let i=(e.runsOn??[]).filter(({system:e})=>r.includes(e)).every(({outcome:e})=>e===`unknown`)?`is no longer known to start`:`no longer starts`,a=ae(e,t),o=[...a===null?[]:[`: ${a}`],...n.length===0?[]:[` (${n.join(`, `)})`]];return eo(`${i} on ${me(r)}${o.join(``)}`)}function so(e,t){let n=new Set(t.findings.map(({kind:e})=>e)),r=e.findings.find(({kind:e,level:r})=>{let{regressionIfNew:i}=d[e],a=i===`always`||i===`standalone`&&f(t)||i===`image`&&t.images?.some(({starts:e})=>e===!0)===!0;return r!==`info`&&a&&!n.has(e)});return r&&$a(`introduces a new runtime risk`,r.message)}const co=/\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|[\p{L}_][\p{L}\p{N}_]*|[().;]/guy,lo=/^(?:\s|\/\/|\/\*)/;function uo(e){let t=[],n=1,r=`package`;for(let[i]of e.replace(/^\uFEFF/,``).matchAll(co)){let e=n;if(n+=i.split(`
`).length-1,!(lo.test(i)||i===`;`)){if(r===`package`)i!==`package`&&(r=`declarations`);else if(r===`declarations`){if(i!==`import`)break;r=`spec`}else i===`(`?r=`group`:i===`)`?r=`declarations`:/^["`]/.test(i)&&(t.push({path:i.slice(1,-1),line:e}),r===`spec`&&(r=`declarations`))}}return t}async function fo({head:e,base:t},n){let r=go({head:e,base:t},n),i=[...L(r.head,e.package)].flatMap(e=>r.head.get(e)??[]),a=po(e,t),o=i.filter(e=>ho(e)||a.some(t=>mo(t,e.importPath))),[s,c,l]=await Promise.all([Promise.all(o.map(t=>yo(t,{main:e.package,sides:r,changed:n}))),Promise.all(i.map(t=>Oo(t,{main:e.package,sides:r,changed:n}))),Promise.all(i.map(t=>jo(t,{main:e.package,sides:r,changed:n})))]),u=await Mo(e,n);return[...s,...c,u,...l].flatMap(e=>e??[])}function po(e,t){let n=new Set(t.findings.map(({message:e})=>e));return e.findings.map(({message:e})=>e).filter(e=>!n.has(e))}function mo(e,t){return e.split(/[\s,;:()]+/).includes(t)}function ho({importPath:e,cgoFiles:t,objectFiles:n}){return e!==`runtime/cgo`&&t.length+n.length>0}function go({head:e,base:t},{repository:n,tree:r}){let i={root:r,alias:r,prefix:``},a=t.planned.cgoGraph,o=e=>{let t=a.get(e);return t===void 0?e:_o(t,i)};return{head:e.planned.cgoGraph,base:new Map([...a.values()].map(e=>[_o(e,i),e])),headKey:r=>r.importPath===e.package?o(t.package):_o(r,n),baseKey:o,baseNeeds:new Set([...L(a,t.package)].map(o))}}function _o(e,t){let n=vo(e,t);return n===void 0?e.importPath:`./${n}`}function vo({dir:e,standard:t},n){return t||/[\\/][^\\/]+@v\d[^\\/]*(?:[\\/]|$)/.test(e)?void 0:N(n,e)}async function yo(e,t){let{sides:n,main:r}=t,i=n.base.get(n.headKey(e)),a=n.baseNeeds.has(n.headKey(e));if(i!==void 0&&a&&(!ho(e)||ho(i)))return;let o=nt(n.head,r,e.importPath)??[r,e.importPath];for(let r of a?[{importer:e,imported:`C`}]:bo(o,e,n)){let n=await xo(r,t);if(n!==void 0)return{package:e.importPath,chain:o,...n}}}function bo(e,t,{head:n,base:r,headKey:i,baseKey:a}){let o=e.slice(0,-1).flatMap((t,o)=>{let[s,c]=[n.get(t),e[o+1]??``],l=n.get(c);if(s===void 0)return[];let u=r.get(i(s)),d=l===void 0?c:i(l);return u?.imports.some(e=>a(e)===d)??!1?[]:[{importer:s,imported:c}]});return ho(t)?[...o,{importer:t,imported:`C`}]:o}async function xo(e,t){let{importer:n,imported:r}=e,{repository:i}=t.changed;if(n.standard)return;let a=vo(n,i),o=n.own?void 0:await Do(n.module,t.changed);return a===void 0||o!==void 0?o:(await Promise.all([...n.cgoFiles,...n.goFiles].toSorted().map(n=>So(e,{file:n,folder:a},t)))).find(e=>e!==void 0)??(r===`C`?Co(n,a,t.changed):void 0)}async function So({importer:e,imported:t},{file:n,folder:r},{sides:i,changed:a}){let o=uo(await a.files.readText(H(e.dir,n))??``).find(e=>e.path===t);if(o===void 0)return;let s=H(r,n).replaceAll(`\\`,`/`),c=await a.hunksOf(s),l=Eo(s,a);if(To(c,o.line))return{by:`import`,detail:t,file:l,line:o.line};let u=i.base.get(i.headKey(e));if(!(u!==void 0&&[...u.goFiles,...u.cgoFiles].includes(n)||!wo(s,a)))return{by:`constraint`,detail:t,file:l,line:Math.max(c.find(e=>e.line<o.line)?.line??1,1)}}function Co({objectFiles:e},t,n){let r=e.map(e=>H(t,e)).find(e=>wo(e,n));return r===void 0?void 0:{by:`c-code`,detail:``,file:Eo(r,n),line:1}}function wo(e,{changes:t}){return t?.files.includes(e.replaceAll(`\\`,`/`))??!1}function To(e,t){return e.some(e=>t>=e.line&&t<e.line+e.count)}function Eo(e,{repository:t,workingDirectory:n}){return W(G(n),H(t.alias,e)).replaceAll(`\\`,`/`)}async function Do(e,t){if(e===null)return;let{repository:n,changes:r,files:i}=t,a=(r?.files??[]).filter(e=>/(?:\.mod|(?:^|\/)go\.work)$/.test(e)).slice(0,20),o=[];for(let r of a){let[a=``,s]=await Promise.all([i.readText(H(n.alias,r)),t.hunksOf(r)]);for(let[n,i]of a.split(`
`).entries()){let a=i.replace(/\/\/.*$/,``).trim().split(/\s+/);if(!(a.some(e=>/^v\d/.test(e))||a.includes(`=>`))||!To(s,n+1))continue;let c={by:`module`,detail:a.filter(e=>e!==`require`&&e!==`replace`).join(` `),file:Eo(r,t),line:n+1};o.push({place:c,isNamed:a.includes(e)})}}return(o.find(({isNamed:e})=>e)??o[0])?.place}async function Oo(e,{main:t,sides:n,changed:r}){let i=n.base.get(n.headKey(e));if(i===void 0||e.standard||!ho(i))return;let a=/* @__PURE__ */ new Set([...i.cgoLdflags,...i.cgoPkgConfig]),o=[...e.cgoLdflags,...e.cgoPkgConfig].filter(e=>!a.has(e));if(o.length===0)return;let s=nt(n.head,t,e.importPath)??[t,e.importPath],c=await ko(e,o,r);return c&&{package:e.importPath,chain:s,...c}}async function ko(e,t,n){let r=vo(e,n.repository);if(r===void 0)return Do(e.module,n);for(let i of e.cgoFiles){let a=H(r,i).replaceAll(`\\`,`/`),o=(await n.files.readText(H(e.dir,i))??``).split(`
`),s=await n.hunksOf(a),c=o.findIndex((e,t)=>/#cgo\b.*(?:LDFLAGS|pkg-config)\s*:/.test(e)&&To(s,t+1));if(c>=0)return{by:`cgo-flags`,detail:t.join(` `),file:Eo(a,n),line:c+1}}}const Ao=/\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|inc|m|mm|s|sx|S|f|for|f90|syso|a|o|swig|swigcxx)$/;async function jo(e,{main:t,sides:n,changed:r}){let i=vo(e,r.repository);if(i===void 0||!ho(e))return;let a=nt(n.head,t,e.importPath)??[t,e.importPath],o=[.../* @__PURE__ */ new Set([...e.cgoFiles,...e.otherFiles,...e.inputs.filter(e=>Ao.test(e))])];for(let t of o.toSorted()){let n=H(i,t).replaceAll(`\\`,`/`);if(!wo(n,r))continue;let[o]=(await r.hunksOf(n)).filter(({count:e})=>e>0),s=o?.line??1,c=t.endsWith(`.go`)?await r.files.readText(H(e.dir,t)):void 0;if(!(s>=(c===void 0?1/0:uo(c).find(({path:e})=>e===`C`)?.line??0)))return{package:e.importPath,chain:a,by:`c-code`,detail:``,file:Eo(n,r),line:s}}}async function Mo({planned:e,package:t},n){let r=e.cgoEnv.CC.split(/[\s'"]+/).filter(e=>V(e)).flatMap(e=>N(n.repository,e)??[]).find(e=>wo(e,n));if(r===void 0)return;let[i]=await n.hunksOf(r),a=Math.max(i?.line??1,1);return{by:`compiler`,package:t,chain:[t],detail:``,file:Eo(r,n),line:a}}const No=[`diff`,`--no-ext-diff`,`--no-textconv`,`--ignore-submodules=none`,`--no-color`];async function Po(e,t,n){let r=P(t.root,n),[i,a]=await Promise.all([F(r(...No,`--raw`,`-z`,`-M`,e,`--`)),F(r(`ls-files`,`--others`,`--exclude-standard`,`-z`,`--full-name`,`:/`))]);if(i===null||a===null)return;let o=Fo(i);return{files:[.../* @__PURE__ */ new Set([...o.flat(),...a])],moved:new Map(o.flatMap(([e=``,t])=>t===void 0?[]:[[t,e]]))}}function Fo(e){let t=[];for(let n=0;n+1<e.length;){let r=(e[n]??``).split(` `)[4]??``,i=/^[RC]/.test(r)?2:1;t.push(e.slice(n+1,n+1+i)),n+=1+i}return t}async function Io(e,t){return await F(P(e.root,t)(`ls-files`,`--others`,`--ignored`,`--exclude-standard`,`-z`,`--full-name`,`:/*.go`))??[]}async function Lo(e,{base:t,changes:n,repository:r},i){let a=n?.moved.get(e),o=[e,...a===void 0?[]:[a]].map(e=>`:(top,literal)${e}`),{exitCode:s,stdout:c}=await P(r.root,i)(...No,`--unified=0`,`--text`,`-M`,t,`--`,...o);return s===0?Ro(c):[]}function Ro(e){return e.split(/^(?=@@ )/m).flatMap(e=>{let[,t,n=`1`]=/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(e)??[];if(t===void 0)return[];let r=[...e.matchAll(/^-(.*)$/gm)].map(([,e])=>e??``);return[{line:Number(t),count:Number(n),removed:r}]})}async function zo(e,t,{go:n,ports:i,isReported:a=!0,release:o}){let{where:s,build:c}=e,l=ye(c.flags,`flags`),u=t[0]?.dir??s.workingDirectory,d=await bt(n,u,i.files),f={request:e,go:n,ports:i,goEnv:d,givenEnv:await Rt(n,d,i.files),strategies:c.strategies,userFlags:l,goflags:De(d.GOFLAGS),limit:pt(i.host.cpus),lister:new Nt(n,{limit:i.host.cpus,files:i.files})};Oe(l,`flags`),Oe(f.goflags,`GOFLAGS`);let{platforms:p,note:m}=await Jo(f,u,o?.description.entries??[]),h=await Ho(t,p,f),g=a?await Bt(d.CC,{dir:u,env:n.env},i):null,{goflags:_}=f,v=Bo(o,m);if(h instanceof r)return{cells:[],whyEmpty:h,goflags:_,cc:g,release:v};let y=await Vo(o,p,{context:f,listed:h}),b=c.strategies.map(({name:e})=>e),x=Mt([...y.cells,...Wo(h)],c.ship).toSorted((e,t)=>qo(e.package,t.package)||qo(e.platform.name,t.platform.name)||b.indexOf(e.strategy.name)-b.indexOf(t.strategy.name)||qo(e.strategy.name,t.strategy.name)),S=x.every(Go)?[]:x,C=S.length===0?Xo(s.packages,t,await Yo(f,t)):null,w=[...v.notUnderstood,...y.notUnderstood];return{cells:S,whyEmpty:C,goflags:_,cc:g,release:{...v,notUnderstood:w}}}function Bo(e,t){let{notUnderstood:n=[],hints:r=[]}=e?.description??{};return{notUnderstood:n,hints:r,note:e?.why??t}}async function Vo(e,t,{context:n,listed:r}){if(e===null)return{cells:[],notUnderstood:[]};let{entries:i}=e.description,a=await xt(i,t,{...e,context:n});if(n.request.where.packages.join(` `)===`./...`)return a;let o=new Set(r.map(e=>e.package));return{...a,cells:a.cells.filter(e=>o.has(e.package))}}async function Ho(e,t,n){try{let r=e.flatMap(e=>t.map(t=>Ct(e,t,n)));return(await Promise.all(r)).flat()}catch(e){if(e instanceof r)return e;throw e}}function Uo(e){if(e.whyEmpty!==null)throw e.whyEmpty;return e}function Wo(e){let t=new Set(e.filter(e=>Ko(e)?.state===`loaded`).map(e=>e.package));return e.filter(e=>Ko(e)?.state!==`excluded`||!t.has(e.package))}function Go(e){return e.packageDir===``||e.package.startsWith(`.`)}function Ko({cgoGraph:e,graph:t,package:n}){return e.get(n)??t.get(n)}function qo(e,t){return e<t?-1:+(e>t)}async function Jo(e,t,n){let{request:r,go:i,goEnv:a}=e,o=`${a.GOOS}/${a.GOARCH}`,{names:s,note:c}=Ft(r.where.platforms,o,n);if(r.where.platforms.length===0&&c===null)return{platforms:[Tt(o,[o])],note:c};let l=await i.work([`tool`,`dist`,`list`],{cwd:t}),u=St(`go tool dist list`,l).split(/\s+/).filter(Boolean);return{platforms:s.map(e=>Tt(e,u)),note:c}}async function Yo(e,t){let{GOOS:n,GOARCH:r}=e.goEnv,i={env:{GOOS:n,GOARCH:r,CGO_ENABLED:`1`},flags:e.userFlags},a=await Promise.all(t.map(t=>e.lister.list(t,i)));return new Map(a.flatMap(e=>`error`in e?[]:[...e.graph]))}function Xo(e,t,r){let i=[...r.values()].filter(({depOnly:e})=>!e),a=i.find(e=>e.error!==null)?.error,o=i.filter(({name:e})=>e!==``).map(({importPath:e,name:t})=>`${e} (package ${t})`),c=t.map(({dir:e})=>e).join(`, `),l=a==null?o.length>0?`it matches only ${o.slice(0,5).join(`, `)}${o.length>5?` and ${o.length-5} more`:``}`:`it matches no package`:a.trim();return new(a==null?n:s)(`packages: "${e.join(` `)}" matches no main package in ${c}: ${l}; `+Zo(l))}function Zo(e){return/listed in go\.work|not one of the workspace modules/.test(e)?`go.work does not list this module: run go work use on its folder, or set GOWORK=off`:/does not contain main module|go\.mod file not found|cannot find main module/.test(e)?`no go.mod governs that folder: set working-directory to the folder of the module`:e.startsWith(`no Go files in `)?`./... takes all programs below, those of every module of a go.work included`:`give a folder or import path of a package main, or a pattern such as ./cmd/...`}async function Qo(e,t,n){let{request:r,tree:s,repository:c,baseConfig:l}=t,u=ns(e.env,l.env),d={toolchain:{...e,env:u},steps:[],changes:[]},{workingDirectory:f}=r.where,p={...n,log:{...n.log,info:()=>void 0,warning:()=>void 0}},m={...p,env:{...rs(n.env,l.env),GITHUB_WORKSPACE:s}},[{findWantedGo:h},{install:g}]=await Promise.all([import(`./find-wanted-go2.js`),import(`./install.js`)]);try{let[r,i]=await ts(t,n),[a,o]=await Promise.all([h({...r,workingDirectory:f},m),h({...i,workingDirectory:H(c.alias,c.prefix)},p)]),s=[a,o].map(({constraint:e,fallbacks:t})=>JSON.stringify([e,t]));if(s[0]===s[1])return d;let u=await g({...r,workingDirectory:f},m);if(u.version===e.version)return d;let{GITHUB_WORKSPACE:_,...v}=ht(u.env),{GITHUB_WORKSPACE:y}=e.env,b={...u,env:y===void 0?v:{...v,GITHUB_WORKSPACE:y}},x=l.changes.some(({name:e})=>/^(?:go-version(?:-file)?|GOTOOLCHAIN)$/.test(e));return{toolchain:b,steps:[`the base is built with Go ${b.version}, which it asks for; this is Go ${e.version}`],changes:x?[]:[$o({before:u.version,after:e.version},o.from,l)]}}catch(e){if(e instanceof i)throw e;let t=o(e).message.replaceAll(H(s,`/`),``);if(gt(t)!==null)throw new a(`the base commit's Go cannot be installed: ${t}`);return{...d,steps:[`the base commit is built with this run's Go, because its own is unavailable: ${t}`]}}}function $o(e,t,{goFile:n}){if(n!==null&&n.after!==n.before)return{name:`go-version`,...e,...n.place};let[r=null,i]=(t??``).split(/:(?=\d+$)/);return{name:`go-version`,...e,...i===void 0?es:{file:r,line:Number(i)}}}const es={file:null,line:null};async function ts({request:e,tree:t,repository:n,baseConfig:r,asked:i},{env:a,files:o}){let{goFile:s}=r,c=(e,t)=>e.goVersion===null&&e.goVersionFile===null?{...e,goVersionFile:t}:e,l=c(e.go,s?.before??null),{goVersionFile:u}=l;if(u===null)return[l,c(i,s?.after??null)];let{GITHUB_WORKSPACE:d=``}=a,f=[...d===``?[]:[d],H(n.alias,n.prefix)];for(let e of f){let r=N(n,G(e,u)),a=r===void 0?G(e,u):H(t,r);if(await o.kindOf(a)===`file`)return[{...l,goVersionFile:a},c(i,s?.after??null)]}return[l,c(i,s?.after??null)]}function ns(e,{GOTOOLCHAIN:t,GOROOT:n,...r}){return rs(e,r)}function rs(e,t){let n={...e,...t};return Object.fromEntries(Object.entries(n).flatMap(([e,t])=>t===void 0?[]:[[e,t]]))}async function is(e,t,n){let r={GIT_INDEX_FILE:t.index},i=P(t.root,n,r),a=await i(`--work-tree=${t.tree}`,`read-tree`,`-m`,`-u`,`--no-recurse-submodules`,e);if(a.exitCode!==0)throw Error(`git could not write ${I(e)}: ${ct(a)}`);let o=[],s=await F(i(`ls-files`,`--stage`,`-z`));for(let[r,i]of as(s??[]).entries()){let a={tree:H(t.tree,i.path),index:`${t.index}-${r}`};o.push(...await os({...i,sha:e,root:t.root},a,n))}return o}function as(e){return e.flatMap(e=>{let[,t,n]=/^160000 ([0-9a-f]+) \d\t(.+)$/s.exec(e)??[];return t===void 0||n===void 0?[]:[{path:n,commit:t}]})}async function os(e,t,n){let{path:r,commit:i,root:a}=e,o=H(a,r);if(await n.files.kindOf(H(o,`.git`))===void 0){let i=as(await F(P(a,n)(`ls-files`,`--stage`,`-z`,`--`,`:(top,literal)${r}`))??[]).length>0;return i?[{why:`the submodule ${r} is not checked out`,isShared:i}]:ss(e,t,n)}return(await hi(i,{steps:[],git:P(o,n)})).kind===`found`?is(i,{...t,root:o},n):[{why:`the submodule ${r} has no commit ${I(i)}`,isShared:!1}]}async function ss({path:e,commit:t,sha:n,root:r},i,a){let o=t=>[{why:`the submodule ${e} was removed, and ${t}`,isShared:!1}],s=P(r,a),c=await cs({path:e,sha:n},s);if(c===null)return o(`the base commit has no URL for it`);let l=await a.files.makeTempDir(),u=P(l,a,await us(s,a.env));await u(`init`,`--quiet`,`--bare`);let d=await u(`fetch`,`--quiet`,`--no-tags`,`--depth=1`,`--`,c,t);return d.exitCode===0?is(t,{...i,root:l},a):o(`fetching it failed: ${ct(d)}`)}async function cs({path:e,sha:t},n){let r=`--blob=${t}:.gitmodules`,i=(await F(n(`config`,r,`--null`,`--get-regexp`,String.raw`^submodule\..*\.path$`)))?.find(t=>t.slice(t.indexOf(`
`)+1)===e)?.split(`
`)[0],a=i===void 0?null:await R(n(`config`,r,`--get`,i.replace(/\.path$/,`.url`)));if(a===null||!/^\.\.?\//.test(a))return a;let o=await R(n(`config`,`--get`,`remote.origin.url`));return o===null?null:ls(o,a)}function ls(e,t){let[n,r]=[e.replace(/\/+$/,``),t];for(;;)if(r.startsWith(`./`))r=r.slice(2);else if(r.startsWith(`../`))[n,r]=[n.replace(/[/:][^/:]*$/,``),r.slice(3)];else return`${n}/${r}`}async function us(e,t){let n=await F(e(`config`,`--null`,`--get-regexp`,String.raw`^http\..*\.extraheader$`)),r=Number(t.GIT_CONFIG_COUNT??`0`),i=(n??[]).map(e=>[e.slice(0,e.indexOf(`
`)),e.slice(e.indexOf(`
`)+1)]),a=i.flatMap(([e=``,t=``],n)=>[[`GIT_CONFIG_KEY_${r+n}`,e],[`GIT_CONFIG_VALUE_${r+n}`,t]]);return{...Object.fromEntries(a),GIT_CONFIG_COUNT:String(r+i.length)}}const ds=`(?<=^|[\\s"':;,=]|-[A-Za-z]{1,10})`,fs=`[^\\s"':;,=]`,ps=RegExp(`${ds}/${fs}+`,`gm`);async function ms(e,t,n){let{repository:r,tree:i}=t,a=[.../* @__PURE__ */ new Set([r.root,r.alias])].map(e=>e.replaceAll(/[\\^$.*+?()[\]{}|]/g,`\\$&`)).join(`|`),o=RegExp(`${ds}(?:${a})(?:[/\\\\]${fs}*)?(?!${fs})`,`gm`),s=/* @__PURE__ */ new Map;for(let[r]of e.matchAll(o)){let e=await hs(r,t,n);e!==null&&s.set(r,e)}let c=e.replaceAll(o,e=>s.get(e)??e);for(let[e]of c.matchAll(ps)){if(e.startsWith(i)||N(r,e)!==void 0)continue;let a=await gs(e,t,n);a!==null&&s.set(e,a)}return c.replaceAll(ps,e=>s.get(e)??e)}async function hs(e,{repository:t,tree:n,changes:r},i){let a=N(t,e);return a===void 0?null:(r?.files.some(e=>e===a||e.startsWith(`${a}/`))??!1)||await i.kindOf(H(n,a))!==void 0?H(n,a):null}async function gs(e,t,n){let r=await n.realPath(e);return r===void 0||r===e?null:hs(r,t,n)}const _s=/^(?:HOME|USERPROFILE|GOPATH|GOCACHE|GOMODCACHE|GOTMPDIR|TMPDIR|TEMP|TMP)$/;async function vs(e,t){let n=Object.entries(e).map(async([e,n])=>[e,_s.test(e)?n:await t(n)]);return Object.fromEntries(await Promise.all(n))}async function ys(e,t){let{extldflags:n}=e;return{...e,env:await vs(e.env,t),extldflags:n===null?null:await t(n),ldflags:await Promise.all(e.ldflags.map(t))}}const bs={CC:`gcc`,CXX:`g++`,FC:`gfortran`,AR:`ar`,PKG_CONFIG:`pkg-config`},xs=[`as`,`ld`];async function Ss(e){let t={...await ws(e.env,e)};for(let[n,r]of Object.entries(bs)){let i=n in t?null:await Es(r,e);i!==null&&(t[n]=i)}for(let t of xs)if(await Es(t,e)!==null)throw new s(`${t} on PATH is a link into the repository: the base commit would be linked by the head's copy`);if(t.GOFLAGS===void 0)return t;let n=k(t.GOFLAGS),r=await Os(n,e);return r.every((e,t)=>e===n[t])?t:{...t,GOFLAGS:Ae(r)}}async function Cs(e,t){let n=await Promise.all(e.ldflags.map(e=>Ds(e,t)));return{...e,env:await ws(e.env,t),ldflags:n}}async function ws(e,t){let n=Object.entries(e).map(async([e,n])=>[e,e in bs?await Ts(n,t):n]);return Object.fromEntries(await Promise.all(n))}async function Ts(e,t){let n=ke(e),r=await Promise.all(n.map(e=>Es(e,t)));return r.every(e=>e===null)?e:Ae(n.map((e,t)=>r[t]??e))}async function Es(e,{copy:t,files:n,env:r}){if(e===``||e.startsWith(`-`)||/[/\\]/.test(e))return null;let i=await n.which(e,r);return i===void 0?null:gs(i,t,n)}async function Ds(e,t){let[,n=``,r=``]=/(-extld[= ]'?"?)([^\s"']+)/.exec(e)??[],i=r===``?null:await Es(r,t);return i===null?e:e.replace(n+r,()=>n+i)}async function Os(e,t){if(!e.some(e=>/^--?(?:overlay|toolexec|ldflags)\b/.test(e)))return e;let n=ye(e,`flags`).map(async({name:e,value:n})=>n===null?e:e===`-toolexec`?`${e}=${await Ts(n,t)}`:e===`-ldflags`?`${e}=${await Ds(n,t)}`:`${e}=${e===`-overlay`?await ks(n,t):n}`);return Promise.all(n)}async function ks(e,{copy:t,files:n,directory:r}){let i=await n.readText(V(e)?e:H(r,e)),a=i===void 0?null:Ms(i);if(a===null)return e;let o=await Promise.all(Object.entries(a).map(async([e,r])=>[As(e,t),await js(r,t,n)]));if(o.every(([e,t])=>a[e]===t))return e;let s=H(await n.makeTempDir(),`overlay.json`);return await n.writeText(s,JSON.stringify({Replace:Object.fromEntries(o)})),s}function As(e,{repository:t,tree:n}){let r=V(e)?N(t,e):void 0;return r===void 0?e:H(n,r)}async function js(e,t,n){if(!V(e))return e;let r=await hs(e,t,n)??await gs(e,t,n),i=N(t.repository,e);if(r===null&&i!==void 0)throw new s(`-overlay puts ${i} in the place of another file, and that is in no commit`);return r??e}function Ms(e){try{let{Replace:t}=JSON.parse(e);return typeof t==`object`&&t&&Object.values(t).every(e=>typeof e==`string`)?t:null}catch{return null}}async function Ns({sha:e,repository:t,baseConfig:n,changes:r},{toolchain:i,ports:a,asked:o}){let{files:s}=a,c=await s.makeTempDir(),l=H(await s.makeTempDir(),`index`),u=await Is(is(e,{root:t.root,tree:c,index:l},a)),d=u.filter(({isShared:e})=>!e).map(({why:e})=>e),f={repository:t,tree:c,changes:r},p=e=>ms(e,f,s),m=await Rs(n.request,{repository:t,tree:c,move:p}),h={...a,log:Hs(a.log)},g=await Qo(i,{request:m,tree:c,repository:t,baseConfig:n,asked:o},h),_=m.where.workingDirectory,v={copy:f,files:s,directory:_,env:{...await vs(g.toolchain.env,p),PWD:_}},y=await Ss(v),b=await Promise.all(m.build.strategies.map(e=>Cs(e,v))),x={...m.build,strategies:b,flags:await Os(m.build.flags,v)},S={...m,build:x},C={go:Vt({...g.toolchain,env:y},a),ports:h},w={tree:c,request:S,tools:C,gaps:d,changes:g.changes},T=[...u.map(({why:e})=>e),...g.steps];if(!await zs(S.where,c,s)){let t=[...T,`${I(e)} has nothing in these folders: all is new`];return{...w,plan:Fs,steps:t}}let E=await Vs(S,{tools:C,env:y,tree:c,adapt:async({strategy:e,flags:t})=>({strategy:await Cs(await ys(e,p),v),flags:[...await Os(await Promise.all(t.map(p)),v),Ls]})});await Ps(E,f,s);let D=E.cells.length===0;return{...w,plan:E,steps:D?[...T,`${I(e)} has no main package: all is new`]:T}}async function Ps({cells:e},t,n){let r=e.flatMap(({graph:e})=>[...e.values()]).filter(({standard:e})=>!e),i=new Set(r.map(({dir:e})=>e).filter(e=>!e.startsWith(t.tree)));for(let e of i){let r=await hs(e,t,n)??await gs(e,t,n);if(r!==null)throw new s(`it would be built with the head's ${W(t.tree,r)}, which it names by its absolute path`)}}const Fs={cells:[],whyEmpty:null,goflags:[],cc:null,release:zt};async function Is(e){try{return await e}catch(e){throw e instanceof i||e instanceof a?e:new s(o(e).message,{cause:e})}}const Ls=`-buildvcs=false`;async function Rs(e,{repository:t,tree:n,move:r}){let{where:i,build:a}=e,o=i.packages.map(e=>{let r=V(e)?N(t,e):void 0;return r===void 0?e:H(n,r)}),s=N(t,G(i.workingDirectory))??t.prefix,c=[...await Promise.all(a.flags.map(r)),Ls],l=await Promise.all(a.strategies.map(e=>ys(e,r)));return{...e,where:{...i,workingDirectory:H(n,s),packages:o},build:{...a,strategies:l,flags:c},artifacts:{prove:[],outputDir:null}}}async function zs({workingDirectory:e,packages:t},n,r){let i=t.map(t=>G(e,t.replace(/\/?\.\.\..*$/,``))),a=e=>/^\.\.?(?:\/|$)/.test(e)||V(e);for(let[o,s]of t.entries()){let t=a(s)?i[o]??e:e;if(await Bs(t,[`go.mod`,`go.work`],{tree:n,files:r})!==void 0&&await r.kindOf(t)===`folder`)return!0}return!1}async function Bs(e,t,{tree:n,files:r}){for(let i=e;;i=B(i)){for(let e of t)if(await r.kindOf(H(i,e))===`file`)return H(i,e);if(i===n||B(i)===i)return}}async function Vs(e,{tools:t,env:i,tree:a,adapt:o}){try{let{files:r}=t.ports,s=await tt(e.where,r,i),c={ship:e.build.ship,workingDirectory:e.where.workingDirectory},l=await jt(a,c,{files:r,env:i}),u=l&&{...l,adapt:o},d=await zo(e,s,{...t,isReported:!1,release:u});if(d.whyEmpty!==null&&!(d.whyEmpty instanceof n))throw d.whyEmpty;return d}catch(e){throw e instanceof r?e:e instanceof s?new s(Us(e.message,a),{cause:e}):e}}function Hs(e){return{...e,group:(t,n,r)=>e.group(`Base: ${t}`,n,r),activity:(t,n)=>e.activity(`base: ${t}`,n)}}function Us(e,t){return e.replaceAll(H(t,`/`),``).replaceAll(t,`.`)}function Ws(e,t=e=>e){return e.filter(({role:e})=>e!==`compared`).map(e=>({package:t(e.package),platform:e.platform.name,strategy:e.strategy.name,cell:e}))}function J({package:e,platform:t,strategy:n}){return`${e}\n${t}\n${n??``}`}function Gs(e,t){let n=new Set(e.map(J)),r=new Set(t.map(J));return e.flatMap(e=>{let i=t.filter(t=>t.package===e.package&&t.platform===e.platform),a=r.has(J(e))?i.find(({strategy:t})=>t===e.strategy):i.find(e=>!n.has(J(e)))??i[0];return a===void 0?[]:[{head:e,base:a}]})}function Ks(e,t){let n=new Set(Gs(e,t).map(({base:e})=>e));return t.flatMap(t=>{let r=e.filter(e=>e.package===t.package&&e.platform===t.platform);if(t.cell.role!==`ships`||r.length===0)return[];let i={package:t.package,platform:t.platform};return r.every(({cell:e})=>e.role===`unreleased`)?[{...i,reason:`no release build is for it now, as there is for others`}]:n.has(t)?[]:[{...i,reason:`its build ${t.strategy??``} is no longer described`}]})}async function qs(e,t,n){let[r,i]=[Xs(e),Xs(t)],[a,o]=[r.filter(({path:e})=>i.every(t=>t.path!==e)),i.filter(({path:e})=>r.every(t=>t.path!==e))],s=/* @__PURE__ */ new Map;for(let e of o){let[t,...n]=a.filter(({folder:t})=>t!==void 0&&t===e.folder);t!==void 0&&n.length===0&&s.set(t.path,e.path)}let c=({path:e})=>!s.has(e)&&![...s.values()].includes(e);for(let[e,t]of await Qs(a.filter(c),o.filter(c),n))s.set(e,t);return{moved:s,gone:tc(e.plan,t.plan,s)}}function Js(e,t,n){let{moved:r,movedFiles:i}=n,[a,o]=[Xs(e),Xs(t)],s=o.filter(({path:e})=>a.every(t=>t.path!==e)&&![...r.values()].includes(e)),c=[...i].filter(([,e])=>e.endsWith(`.go`));return new Map(a.flatMap(({path:e,folder:t})=>{if(r.has(e)||o.some(t=>t.path===e))return[];let n=c.filter(([e])=>Ys(e)===t).map(([,e])=>Ys(e)),[i,...a]=s.filter(e=>e.folder!==void 0&&n.includes(e.folder));return i===void 0||a.length>0?[]:[[e,i.path]]}))}function Ys(e){let t=U.dirname(e);return t===`.`?``:t}function Xs({plan:e,repository:t}){return A(e.cells,e=>e.package).flatMap(e=>{let[n]=e,r=e.flatMap(e=>Zs(e)??[]).filter(e=>e.state===`loaded`);return r.length===0?[]:[{path:n.package,folder:N(t,n.packageDir),packages:r,repository:t}]})}function Zs({cgoGraph:e,graph:t,package:n}){let r=e.get(n);return r!==void 0&&ut(r)?r:t.get(n)}async function Qs(e,t,n){if(e.length===0||t.length===0)return[];let r=async e=>Promise.all(e.map(async e=>({...e,key:await $s(e,n)}))),[i,a]=await Promise.all([r(e),r(t)]);return a.flatMap(e=>{let t=t=>U.basename(t.path)===U.basename(e.path),[n,r]=[a,i].map(t=>t.filter(({key:t})=>t===e.key)),o=n?.length===1&&r?.length===1,s=o?r:(r??[]).filter(t),[c]=s;return c===void 0||s.length>1?[]:o||(n??[]).filter(t).length===1?[[c.path,e.path]]:[]})}async function $s({packages:e,repository:t},n){let r=/* @__PURE__ */ new Set;for(let{dir:i,module:a,goFiles:o,cgoFiles:s,otherFiles:c}of e){for(let e of[...o,...s]){let o=await n.readText(H(i,e));r.add(`go\n${o===void 0?`${t.root}/${e}`:ec(o,a)}`)}for(let e of c)r.add(`${e}\n${await n.readText(H(i,e))??``}`)}return JSON.stringify([...r].toSorted())}function ec(e,t){if(t===null)return e;let n=t.replaceAll(/[\\^$.*+?()[\]{}|]/g,`\\$&`);return e.replaceAll(RegExp(`"${n}(?=[/"])`,`g`),`"$MODULE`)}function tc(e,t,n){let r=new Map([...n].map(([e,t])=>[t,e])),i=new Set(e.cells.map(e=>`${e.package}\n${e.platform.name}`)),a=t.cells.filter(e=>e.role===`ships`&&e.skip===null&&Zs(e)?.state===`loaded`).filter(e=>!i.has(`${r.get(e.package)??e.package}\n${e.platform.name}`)).map(e=>({package:e.package,platform:e.platform.name}));return A(a,e=>`${e.package}\n${e.platform}`).map(([e])=>e)}function nc(e,t,n){let[r,i]=[rc(e),rc(t)];return[.../* @__PURE__ */ new Set([...r.keys(),...i.keys()])].flatMap(a=>{let[o,s]=[r.get(a),i.get(a)];if(o?.value===s?.value)return[];let c=s??t??e;return[{name:a,before:o?.value??null,after:s?.value??null,file:c===null?null:n(c.file),line:s?.line??null}]})}function rc(e){let t=e?.settings??null,n=t===null?[]:ee(t);return new Map(n.map(e=>[/^[A-Z]/.test(e.name)?e.name:`strategies.release.${e.name}`,e]))}async function ic(e,t){let{commit:n,listed:r,open:i,baseNames:a}=e,{sha:o,baseConfig:c}=n,{plan:l,tree:u,request:d,tools:f}=r;if(c.unknownShip!==null)throw new s(c.unknownShip);let p=e=>a.get(e)??e,m=Gs(Ws(e.plan.cells,p),Ws(l.cells)),h=new Map(m.map(({head:e,base:t})=>[J(e),J(t)])),g=e=>h.get(J({...e,package:p(e.package)}))??``,_=new Set(i.map(g)),v=Ws(l.cells).flatMap(e=>_.has(J(e))?[e.cell]:[]),y=((v.length===0?null:await t.examine({...l,cells:v},d,f))?.cells??[]).map(e=>oc(e,u,t.clock)),b=i.flatMap(e=>{let t=y.find(t=>J(t)===g(e));return t===void 0?[]:[{head:e,base:t}]}),x=await ac(b,e,t),S=b.map(({head:e,base:r},i)=>{let a=x[i],{repository:o}=n;return{head:e,cell:r,from:`build`,settings:nc(r.planned.release,e.planned.release,e=>W(G(t.workingDirectory),H(o.alias,e)).replaceAll(`\\`,`/`)),...a===void 0?{}:{arrivals:a}}}),C=v.length===1?`1 target`:`${v.length} targets`,w=[v.length===0?`listed the targets of ${I(o)}`:`built ${C} of ${I(o)}`];return S.some(({cell:e})=>e.status===`failed`)&&w.push(...await sc(e,t)),{cells:S,steps:w}}async function ac(e,{commit:t,listed:n},{ports:r,workingDirectory:i}){let{sha:o,repository:s,changes:c}=t,l=/* @__PURE__ */ new Map,u={repository:s,tree:n.tree,changes:c,workingDirectory:i,hunksOf:e=>{let t=l.get(e)??Lo(e,{base:o,changes:c,repository:s},r);return l.set(e,t),t},files:r.files},d=({head:e,base:t})=>Qa(e,t)?.kind===`regression`;try{return await Promise.all(e.map(e=>d(e)?fo(e,u):Promise.resolve(void 0)))}catch(e){if(e instanceof a)return[];throw e}}function oc(e,t,n){return e.reason===null?e:e.status===`failed`&&n.isOver()?{...e,reason:n.why,fault:`machine`}:{...e,reason:Us(e.reason,t)}}async function sc({commit:e,open:t},{ports:n,clock:r}){if(r.isOver())return[r.why];let{repository:i}=e,a=await Io(i,n),o=new Set(t.flatMap(({planned:{graph:e,package:t}})=>[...L(e,t)].flatMap(t=>N(i,e.get(t)?.dir??`/`)??[]))),s=a.filter(e=>o.has(Ys(e)));if(s.length===0)return[];let c=s.length>3?` and ${s.length-3} more`:``;return[`the head is built with files that git ignores and the base has not: ${s.slice(0,3).join(`, `)}${c}`]}var cc=class{#e;#t=/* @__PURE__ */ new Map;constructor(e){this.#e=e}async of(e){if(await this.#e.kindOf(e)!==`file`)return null;let t=this.#t.get(e)??this.#e.sha256(e);return this.#t.set(e,t),t}};async function lc(e,t){let{cell:n,env:r,repository:i}=e;if(pc(n,i))return!0;let a=[...n.flags,...e.goflags];if(a.some(({name:e})=>uc.has(e)))return!0;let o=Object.entries({...r,...n.env}).filter(([e])=>!dc.test(e)),s=Object.values(n.cgoEnv),c=[...O(a),...s,...o.map(([,e])=>e)];if(c.some(e=>e.includes(i.root)||e.includes(i.alias))||(r.PATH??``).split(sn).some(e=>!V(e)))return!0;for(let e of hc(c))if(await gc(e,i,t))return!0;let l=o.filter(([e])=>et.test(e)||e in n.strategy.env),u=mc([...O(a),...s,...l.map(([,e])=>e)]);for(let e of u)if(await t.kindOf(H(n.moduleDir,e))!==void 0)return!0;return bc([..._c(n,o),...yc],{env:r,files:t})}const uc=/* @__PURE__ */ new Set([`-overlay`,`-modfile`,`-toolexec`]),dc=/^(?:GITHUB_\w+|RUNNER_\w+|INPUT_.*|GIT_CONFIG_\w+|PWD|OLDPWD|INIT_CWD|npm_\w+|GOPATH|GOCACHE|GOMODCACHE|GOTMPDIR|TMPDIR|TEMP|TMP)$/,fc=/\.(?:c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|for|f90|s|sx|swig|swigcxx|syso)$/i;function pc({graph:e,package:t},n){let r=({cgoFiles:e,otherFiles:t,inputs:n})=>e.length+t.length>0||n.some(e=>fc.test(e));return[...L(e,t)].some(t=>{let i=e.get(t);return i?.standard===!1&&N(n,i.dir)!==void 0&&r(i)})}function mc(e){let t=e.flatMap(e=>e.split(/[\s"'=,;:]+/)).flatMap(e=>/^[-@]/.test(e)?(/[/.]/.test(e)?[1,2,3,4,5,6,7,8,9,10,11,12]:[1,2]).map(t=>e.slice(t)):[e]);return[...new Set(t)].filter(e=>e!==``&&!V(e))}function hc(e){let t=e.flatMap(e=>e.split(/[\s"'=,;:]+/));return new Set(t.map(e=>/^(?:-[A-Za-z]+|@)?(\/.+)$/.exec(e)?.[1]??``).filter(e=>e!==``))}async function gc(e,t,n){let r=await n.realPath(e);return r!==void 0&&r!==`broken`&&N(t,r)!==void 0}function _c({cgoEnv:e,flags:t},n){let r=n.flatMap(([e,t])=>/^(?:CC|CXX|FC|AR|PKG_CONFIG)$/.test(e)?[t]:[]),i=t.flatMap(({value:e})=>/-extld[= ]'?"?([^\s"']+)/.exec(e??``)?.[1]??[]);return[e.CC,...r,...i].filter(e=>e.trim()!==``)}const vc=/^(?:\/(?:usr|bin|sbin|opt|lib\d*|nix|snap|System|Library|Applications)\/|[A-Za-z]:\\(?:Windows|Program Files|msys64|mingw\d*|ProgramData|Strawberry|TDM-GCC|LLVM)[^\\]*\\)/i,yc=[`gcc`,`g++`,`ar`,`as`,`ld`,`pkg-config`];async function bc(e,{env:t,files:n}){for(let r of e)for(let e of ke(r).filter(e=>!e.startsWith(`-`))){let r=V(e)?e:await n.which(e,t);if(r===void 0)continue;let i=await n.realPath(r);if(!vc.test(r)||i!==void 0&&i!==`broken`&&!vc.test(i))return!0}return!1}async function xc(e,t,n){if(Cc(e)!==Cc(t))return!1;let[r,i]=[wc(e),wc(t)];if(r.length!==i.length||r.some(({key:e},t)=>e!==i[t]?.key))return!1;let a=[...r.flatMap(({files:e})=>e),...Oc(e),...Oc(t)],o=async r=>{let[i,a]=await Promise.all([e,t].map(({repository:e})=>n.of(H(e.root,r))));return i===a},s=[...new Set(a)];for(let e=0;e<s.length;e+=Sc)if((await Promise.all(s.slice(e,e+Sc).map(o))).includes(!1))return!1;return!0}const Sc=64;function Cc({cell:e,goflags:t}){let{skip:n,cgoEnv:r,isNative:i,buildmode:a,platform:o}=e;return JSON.stringify([n,r,i,a,o,t])}function wc({cell:e,repository:t}){return[...L(e.graph,e.package)].toSorted().map(t=>e.graph.get(t)??t).map(e=>typeof e==`string`?{key:e,files:[]}:Tc(e,t))}function Tc(e,t){let{importPath:n,name:r,standard:i,state:a,inputs:o,imports:s,goMod:c,error:l}=e,u=N(t,e.dir),d=c===null?null:N(t,c)??c,f=i||u===void 0?e.dir:u,p=JSON.stringify([n,r,f,a,o,s,d,l!==null]);if(i||u===void 0)return{key:p,files:[]};let m=c===null?void 0:N(t,c);return{key:p,files:[...o.map(n=>Ec(e.dir,n,t)),...m===void 0?[]:[m]]}}function Ec(e,t,n){let r=t.startsWith(e)?t:H(e,t);return N(n,r)??r}const Dc=[`go.mod`,`go.sum`,`go.work`,`go.work.sum`,`vendor/modules.txt`];function Oc({cell:e,repository:t}){let n=N(t,e.moduleDir);if(n===void 0)return[];let r=n.split(`/`).filter(e=>e!==``);return[``,...r.map((e,t)=>r.slice(0,t+1).join(`/`))].flatMap(e=>Dc.map(t=>H(e,t)))}async function kc(e,{commit:t,listed:n},{toolchain:r,ports:i,plan:a}){if(n===null)return new Set(e);let{repository:o,baseConfig:s}=t;if(s.differs||n.changes.length>0)return/* @__PURE__ */ new Set;let c=new cc(i.files),{goflags:l}=a,u=Gs(Ws(a.cells),Ws(n.plan.cells)),d=new Map(u.map(({head:e,base:t})=>[J(e),t.cell])),f=await Promise.all(e.map(async e=>{let t={package:e.package,platform:e.platform.name,strategy:e.strategy.name},a=d.get(J(t));if(a===void 0||Ac(e,a,n.tree)||await lc({cell:e,goflags:l,env:r.env,repository:o},i.files))return!1;let s={root:n.tree,alias:n.tree,prefix:``},u={cell:a,goflags:n.plan.goflags,repository:s};return xc({cell:e,goflags:l,repository:o},u,c)}));return new Set(e.filter((e,t)=>f[t]))}function Ac(e,t,n){if(e.release===null&&t.release===null)return!1;let r=({release:e})=>JSON.stringify([e?.images.map(({base:e,additions:t,builder:n})=>[e,t,n?.system]),...[e?.settings?.env,e?.settings?.flags].map(e=>e?.map(({value:e})=>e))]);return r(e)!==r(t)||r(t).includes(n)}async function jc({sha:e,repository:t,changes:n,open:r,compared:i,settings:o},s){if(i.length===0)return/* @__PURE__ */ new Map;let c=[...r,...i.map(({cell:e})=>e)].flatMap(({cgo:e,findings:t})=>[...e,...t].flatMap(({file:e})=>e??[])),l=[...o,...i.flatMap(({settings:e})=>e??[])].flatMap(({file:e})=>e??[]),u=[.../* @__PURE__ */ new Set([`go.mod`,...l,...c])].slice(0,50).map(async r=>{let i=N(t,H(t.root,t.prefix,r));return[r,i===void 0?[]:await Lo(i,{base:e,changes:n,repository:t},s)]});try{return new Map(await Promise.all(u))}catch(e){if(e instanceof a)return/* @__PURE__ */ new Map;throw e}}function Mc(e,t,n){let r={root:n.tree,alias:n.tree,prefix:``};return Promise.all(e.map(async e=>{let i=t.find(t=>t.package===e.package&&t.platform.name===e.platform),a=i&&N(r,i.packageDir);if(i===void 0||a===void 0)return{...e,reason:null};let o=await Pc(a,n);return{...e,reason:await Fc({...n,folder:a,module:o,sources:Nc(i)})}}))}function Nc({cgoGraph:e,graph:t,package:n}){let r=e.get(n),i=r!==void 0&&ut(r)?r:t.get(n);return i===void 0?[]:[...i.goFiles,...i.cgoFiles]}async function Pc(e,{tree:t,files:n}){for(let r of Lc(e).toReversed())if(await n.kindOf(H(t,r,`go.mod`))===`file`)return r;return``}async function Fc(e){return await Rc(e)??await zc(e)??await Hc(e)??await Uc(e)??await Wc(e)}function Ic(e){return e===``?`the root of the repository`:e}function Lc(e){let t=e.split(`/`).filter(e=>e!==``);return[``,...t.map((e,n)=>t.slice(0,n+1).join(`/`))]}async function Rc({folder:e,repository:t,tree:n,changes:r,files:i}){for(let a of Lc(e).slice(1)){if(r?.files.includes(a)!==!0||await i.kindOf(H(n,a))!==`folder`)continue;let e=H(t.root,a),o=await i.realPath(e);if(o===`broken`)return`${a} is a symbolic link to nothing`;if(o!==void 0&&o!==e)return`${a} is a symbolic link, which ./... does not follow`;if(await i.kindOf(e)===`file`)return`${a} is a file now`;if(await i.kindOf(H(e,`.git`))===void 0)return`the submodule ${a} was removed`}return null}async function zc({folder:e,sources:t,repository:n,changes:r,files:i}){let a=await Vc(H(n.root,e),i);if(a.some(e=>!e.endsWith(`_test.go`)))return null;let o=t.map(t=>U.join(e,t)),[s]=[...r?.moved??[]].flatMap(([e,t])=>o.includes(t)?[e]:[]);if(s===void 0){for(let e of o)if(await i.realPath(H(n.root,e))===`broken`)return`${e} is a symbolic link to nothing`;return a.length>0?`${Ic(e)} has only test files`:await i.kindOf(H(n.root,e))===void 0?`${Ic(e)} was deleted`:`${Ic(e)} has no Go files`}let c=U.dirname(s);return Bc(c)?`it was moved to ${c}, which ./... does not match`:await Hc({folder:c,module:``,repository:n,files:i},`it was moved to a module of its own: `)??(c===e?null:`it was moved to ${Ic(c)} and is another program there`)}function Bc(e){return e.split(`/`).some(e=>e===`testdata`||e===`vendor`||/^[_.]./.test(e))}async function Vc(e,t){return await t.kindOf(e)===`folder`?t.glob(`*.go`,e):[]}async function Hc({folder:e,module:t,repository:n,files:r},i=`it is in a module of its own: `){let a=Lc(e).filter(e=>e.length>t.length);for(let e of a){let t=U.join(e,`go.mod`);if(await r.kindOf(H(n.root,t))===`file`)return`${i}${t}`}return null}async function Uc({module:e,repository:t,changes:n,files:r}){for(let i of Lc(e).toReversed()){let a=U.join(i,`go.work`);if(n?.files.includes(a)!==!0)continue;let o=await r.readText(H(t.root,a));if(o===void 0)return`${a} was deleted`;if(![...o.replaceAll(/\/\/.*$/gm,``).matchAll(/[\w./-]+/g)].map(([e])=>U.join(i,e)).includes(e===``?`.`:e))return`${a} no longer uses ${Ic(e)}`}return null}async function Wc({folder:e,sources:t,repository:n,files:r}){let i=(await Vc(H(n.root,e),r)).filter(e=>!e.endsWith(`_test.go`)),a=i.filter(e=>t.includes(e)),o=await Promise.all((a.length>0?a:i).map(async t=>({path:U.join(e,t),...Gc(await r.readText(H(n.root,e,t))??``)}))),[s]=o.filter(({constraint:e})=>e!==null);if(s?.constraint!=null)return`excluded by the build constraint on ${s.path}:${s.constraint}`;let[c]=o.filter(({name:e})=>e!==null&&e!==`main`);if(c!==void 0)return`${c.path}:${c.line} says package ${c.name??``}: it is a library`;let[l]=o.filter(({path:e})=>!t.includes(U.basename(e))&&e.includes(`_`));return l===void 0?null:`${l.path} is for other platforms by its name`}function Gc(e){let t=e.replaceAll(/\/\*[\s\S]*?\*\//g,e=>e.replaceAll(/[^\n]/g,` `)).split(`
`),n=t.findIndex(e=>/^\s*package\s/.test(e)),r=/^\s*package\s+([\p{L}_][\p{L}\p{N}_]*)/u.exec(t[n]??``)?.[1]??null,i=t.slice(0,Math.max(n,0)).findIndex(e=>/^\s*\/\/\s*(?:go:build|\+build)\s/.test(e));return{name:r,line:n+1,constraint:i<0?null:i+1}}async function Kc({gate:e,baselineRef:t,where:n},r){let{env:i,files:a}=r,{baseline:o,policy:c}=e;if(o===`policy`&&c.rules.length===0&&e.require===`none`)throw new s(`baseline: policy has no rules to check: add rules to the config file, or set require: static`);return Ia(Oa({baseline:o,baselineRef:t},i,await ka({env:i,files:a})),{where:n},r)}async function qc(e,t,n){let{programs:i}=e;if(i.kind===`none`){let r=await Ba(e.policy,t.request,n.ports),a=r.sha===null?i.why:`${i.why}: its config was read, and nothing was built`;return Xc({...r,steps:[...r.steps,a]})}let a=n.timeLimitMs??12e5,[o,s]=[n.ports.now(),Fa(n.ports,a)],{request:c}=t,{ports:l}=s,u=await Jc(i,c,s);if(`baseline`in u)return u;let{sha:d,repository:f,around:p}=u,m=await Xr(c,await Ua(c,{sha:d,repository:f,around:p},l)),h=e.policy===i?za(m):await Ba(e.policy,c,l),g=[...u.steps,...m.steps],_=await Po(d,f,l),v={sha:d,repository:f,baseConfig:m,changes:_};try{let e=_?.files.length===0&&!m.differs&&m.goFile===null?null:await Ns(v,{...n,ports:l,asked:c.go});return{kind:`listed`,commit:v,requirements:h,listed:e,pairs:await Zc(t.plan,{commit:v,listed:e},l),steps:g,leftMs:a-(l.now()-o)}}catch(e){let{why:t,isMachineFault:n}=$c(e,s),i={isMissing:!0,isMachineFault:n,notListed:e instanceof r?e.message:null,sha:d,steps:[...g,t]};return Xc({...Yc(h),...i})}}async function Jc(e,{where:t},n){try{let r=await dt(G(t.workingDirectory),n.ports);if(`why`in r)return Xc({isChange:!0,isMissing:!0,steps:[r.why]});let i=await Li(r,e,n.ports);return i.kind===`found`?{...i,repository:r,around:i.around}:Xc({isChange:!0,isMissing:i.kind===`missing`,steps:i.steps})}catch(e){if(!(e instanceof a))throw e;return Xc({isChange:!0,isMissing:!0,isMachineFault:!0,steps:[n.isOver()?n.why:e.message]})}}function Yc({rules:e,relaxations:t,isChange:n}){return{rules:e,relaxations:t,isChange:n}}function Xc(e){return{kind:`closed`,baseline:{...Ha,...e}}}async function Zc(e,{commit:t,listed:n},{files:r}){if(n===null)return{moved:/* @__PURE__ */ new Map,gone:[]};let{repository:i,changes:a}=t,{moved:o,gone:s}=await qs({plan:e,repository:i},Qc(n),r),c={repository:i,tree:n.tree,changes:a,files:r},l=await Mc(s,n.plan.cells,c),u=new Map([...o].map(([e,t])=>[t,e])),d=Ws(n.plan.cells,e=>u.get(e)??e);return{moved:o,gone:[...l,...Ks(Ws(e.cells),d)]}}function Qc({plan:e,tree:t}){return{plan:e,repository:{root:t,alias:t,prefix:``}}}function $c(e,t){if(e instanceof i||!el(e,t))throw e;let n=t.isOver()?t.why:o(e).message,r=t.isOver()||e instanceof a||gt(n)!==null;return{why:`the base cannot be built: ${n}`,isMachineFault:r}}function el(e,t){return e instanceof s||e instanceof a||t.isOver()}async function tl(e,t,n){if(e.kind===`closed`)return e.baseline;let{commit:i,listed:a,pairs:o,leftMs:s}=e,{sha:c,repository:l,baseConfig:u,changes:d}=i,f=Fa(n.ports,s),{ports:p}=f,{gate:m,where:h}=t.request,{workingDirectory:g}=h,_=t.cells.filter(e=>e.role!==`compared`&&!il(e)),v=[...u.changes,...a?.changes??[]],y={...Ha,sha:c,...o,...Yc(e.requirements),changes:v},b=(a?.gaps.length??0)>0;if(m.baseline===`policy`)return{...y,source:`policy`,isMissing:b,steps:[...e.steps,`baseline: policy: its config was read and its targets were listed, and nothing was built`]};let x=await nl(_,e,{...n,ports:p,head:t}),S=_.filter(e=>!x.includes(e)),C=x.map(e=>({head:e,cell:e,from:`same-files`})),w=x.filter(({status:e})=>e===`predicted`).length,T={shipped:t.cells.length,suspects:_.length,unchanged:x.length,unbuilt:w},E=[...e.steps,...al(T,d),...a?.steps??[]],D=async e=>{let t=e.cells??[],n=await jc({sha:c,repository:l,changes:d,open:S,compared:t,settings:v},p);return{...y,isMissing:b,steps:E,...e,cells:[...C,...t],hunks:n}};if(a===null){let{whyEmpty:e}=t.plan;return D({source:`none`,notListed:e instanceof r?e.message:null})}if(a.plan.cells.length===0)return D({source:`build`});let ee=Js({plan:t.plan,repository:l},Qc(a),{moved:o.moved,movedFiles:d?.moved??/* @__PURE__ */ new Map}),te=new Map([...ee,...o.moved]);try{let e=await ic({commit:i,listed:a,plan:t.plan,open:S,baseNames:te},{...n,ports:p,clock:f,workingDirectory:g});return await D({...e,source:`build`,steps:[...E,...e.steps]})}catch(e){let{why:t,isMachineFault:n}=$c(e,f);return D({source:`none`,isMissing:b||S.length>0,isMachineFault:n,steps:[...E,t]})}}async function nl(e,t,{head:n,...r}){let{unchanged:i}=n;if(t.listed===null)return e;let a=await kc(e.filter(({status:e,planned:t})=>e===`built`&&!i.has(t)).map(({planned:e})=>e),t,{...r,plan:n.plan});return e.filter(({planned:e})=>i.has(e)||a.has(e))}async function rl(e,t,{head:n,...r}){let{baseline:i}=n.request.gate;return t.kind===`closed`||i!==`auto`&&i!==`build`?/* @__PURE__ */ new Set:kc(e,t,{...r,plan:n.plan})}function il(e){return e.status===`built`&&f(e)&&e.linkage?.hazards.length===0&&(e.runsOn??[]).every(({fix:e})=>e===null)&&e.findings.every(({level:e})=>e===`info`)}function al({shipped:e,suspects:t,unchanged:n,unbuilt:r},i){let a=i===void 0?[`git could not tell what differs`]:[];if(e===0)return a;if(t===0)return[...a,`everything that ships is static, so nothing can have become dynamic`];if(n===0)return a;let o=n===1?`is`:`are`,s=r===0?``:`, so ${r===1?`1 was`:`${r} were`} not built`,c=`${n} of ${t} that could have regressed ${o} built from the same files on both sides`;return[...a,`${c}${s}`]}const ol=[[`alsa/asoundlib.h`,`libasound2-dev`,`alsa-lib-dev`],[`archive.h`,`libarchive-dev`,`libarchive-dev`],[`blkid/blkid.h`,`libblkid-dev`,`util-linux-dev`],[`bpf/`,`libbpf-dev`,`libbpf-dev`],[`btrfs/`,`libbtrfs-dev`,`btrfs-progs-dev`],[`bzlib.h`,`libbz2-dev`,`bzip2-dev`],[`cairo.h`,`libcairo2-dev`,`cairo-dev`],[`curl/curl.h`,`libcurl4-openssl-dev`,`curl-dev`],[`dbus/dbus.h`,`libdbus-1-dev`,`dbus-dev`],[`elf.h`,`libc6-dev`,`musl-dev`],[`EGL/egl.h`,`libegl-dev`,`mesa-dev`],[`expat.h`,`libexpat1-dev`,`expat-dev`],[`ffi.h`,`libffi-dev`,`libffi-dev`],[`fuse.h`,`libfuse-dev`,`fuse-dev`],[`gdal.h`,`libgdal-dev`,`gdal-dev`],[`geos_c.h`,`libgeos-dev`,`geos-dev`],[`git2.h`,`libgit2-dev`,`libgit2-dev`],[`GL/gl.h`,`libgl-dev`,`mesa-dev`],[`GL/glx.h`,`libgl-dev`,`mesa-dev`],[`glib.h`,`libglib2.0-dev`,`glib-dev`],[`gmp.h`,`libgmp-dev`,`gmp-dev`],[`gnutls/gnutls.h`,`libgnutls28-dev`,`gnutls-dev`],[`gpgme.h`,`libgpgme-dev`,`gpgme-dev`],[`gssapi/gssapi.h`,`libkrb5-dev`,`krb5-dev`],[`gst/gst.h`,`libgstreamer1.0-dev`,`gstreamer-dev`],[`gtk/gtk.h`,`libgtk-3-dev`,`gtk+3.0-dev`],[`jpeglib.h`,`libjpeg-dev`,`libjpeg-turbo-dev`],[`krb5.h`,`libkrb5-dev`,`krb5-dev`],[`lber.h`,`libldap-dev`,`openldap-dev`],[`ldap.h`,`libldap-dev`,`openldap-dev`],[`leptonica/allheaders.h`,`libleptonica-dev`,`leptonica-dev`],[`libavcodec/avcodec.h`,`libavcodec-dev`,`ffmpeg-dev`],[`libavformat/avformat.h`,`libavformat-dev`,`ffmpeg-dev`],[`libdevmapper.h`,`libdevmapper-dev`,`lvm2-dev`],[`libnetfilter_queue/libnetfilter_queue.h`,`libnetfilter-queue-dev`,`libnetfilter_queue-dev`],[`libpq-fe.h`,`libpq-dev`,`libpq-dev`],[`librdkafka/rdkafka.h`,`librdkafka-dev`,`librdkafka-dev`],[`libssh2.h`,`libssh2-1-dev`,`libssh2-dev`],[`libudev.h`,`libudev-dev`,`eudev-dev`],[`libusb-1.0/libusb.h`,`libusb-1.0-0-dev`,`libusb-dev`],[`libusb.h`,`libusb-1.0-0-dev`,`libusb-dev`],[`libvirt/libvirt.h`,`libvirt-dev`,`libvirt-dev`],[`libxml/parser.h`,`libxml2-dev`,`libxml2-dev`],[`libxslt/xslt.h`,`libxslt1-dev`,`libxslt-dev`],[`linux/`,`linux-libc-dev`,`linux-headers`],[`lz4.h`,`liblz4-dev`,`lz4-dev`],[`lzma.h`,`liblzma-dev`,`xz-dev`],[`lzo/lzo1x.h`,`liblzo2-dev`,`lzo-dev`],[`MagickWand/MagickWand.h`,`libmagickwand-dev`,`imagemagick-dev`],[`mysql.h`,`libmariadb-dev`,`mariadb-connector-c-dev`],[`ncurses.h`,`libncurses-dev`,`ncurses-dev`],[`numa.h`,`libnuma-dev`,`numactl-dev`],[`openssl/`,`libssl-dev`,`openssl-dev`],[`opus/opus.h`,`libopus-dev`,`opus-dev`],[`opus.h`,`libopus-dev`,`opus-dev`],[`pcap.h`,`libpcap-dev`,`libpcap-dev`],[`pcap/pcap.h`,`libpcap-dev`,`libpcap-dev`],[`pcre.h`,`libpcre3-dev`,`pcre-dev`],[`pcre2.h`,`libpcre2-dev`,`pcre2-dev`],[`png.h`,`libpng-dev`,`libpng-dev`],[`portaudio.h`,`portaudio19-dev`,`portaudio-dev`],[`proj.h`,`libproj-dev`,`proj-dev`],[`pulse/pulseaudio.h`,`libpulse-dev`,`pulseaudio-dev`],[`Python.h`,`python3-dev`,`python3-dev`],[`rados/librados.h`,`librados-dev`,``],[`rbd/librbd.h`,`librbd-dev`,``],[`readline/readline.h`,`libreadline-dev`,`readline-dev`],[`rocksdb/c.h`,`librocksdb-dev`,`rocksdb-dev`],[`SDL2/SDL.h`,`libsdl2-dev`,`sdl2-dev`],[`seccomp.h`,`libseccomp-dev`,`libseccomp-dev`],[`security/pam_appl.h`,`libpam0g-dev`,`linux-pam-dev`],[`selinux/selinux.h`,`libselinux1-dev`,`libselinux-dev`],[`snappy-c.h`,`libsnappy-dev`,`snappy-dev`],[`sodium.h`,`libsodium-dev`,`libsodium-dev`],[`sql.h`,`unixodbc-dev`,`unixodbc-dev`],[`sqlext.h`,`unixodbc-dev`,`unixodbc-dev`],[`sqlite3.h`,`libsqlite3-dev`,`sqlite-dev`],[`sys/capability.h`,`libcap-dev`,`libcap-dev`],[`sys/acl.h`,`libacl1-dev`,`acl-dev`],[`systemd/`,`libsystemd-dev`,``],[`tesseract/capi.h`,`libtesseract-dev`,`tesseract-ocr-dev`],[`tiff.h`,`libtiff-dev`,`tiff-dev`],[`tss2/`,`libtss2-dev`,`tpm2-tss-dev`],[`uuid/uuid.h`,`uuid-dev`,`util-linux-dev`],[`vips/vips.h`,`libvips-dev`,`vips-dev`],[`vulkan/vulkan.h`,`libvulkan-dev`,`vulkan-headers`],[`wayland-client.h`,`libwayland-dev`,`wayland-dev`],[`webp/decode.h`,`libwebp-dev`,`libwebp-dev`],[`webp/encode.h`,`libwebp-dev`,`libwebp-dev`],[`winscard.h`,`libpcsclite-dev`,`pcsc-lite-dev`],[`X11/extensions/Xrandr.h`,`libxrandr-dev`,`libxrandr-dev`],[`X11/extensions/XInput2.h`,`libxi-dev`,`libxi-dev`],[`X11/extensions/Xinerama.h`,`libxinerama-dev`,`libxinerama-dev`],[`X11/extensions/xf86vmode.h`,`libxxf86vm-dev`,`libxxf86vm-dev`],[`X11/extensions/XTest.h`,`libxtst-dev`,`libxtst-dev`],[`X11/Xcursor/Xcursor.h`,`libxcursor-dev`,`libxcursor-dev`],[`X11/Xlib.h`,`libx11-dev`,`libx11-dev`],[`xcb/xcb.h`,`libxcb1-dev`,`libxcb-dev`],[`xkbcommon/xkbcommon.h`,`libxkbcommon-dev`,`libxkbcommon-dev`],[`yaml.h`,`libyaml-dev`,`yaml-dev`],[`zip.h`,`libzip-dev`,`libzip-dev`],[`zlib.h`,`zlib1g-dev`,`zlib-dev`],[`zmq.h`,`libzmq3-dev`,`zeromq-dev`],[`zstd.h`,`libzstd-dev`,`zstd-dev`]],sl=/^(?:bits\/|gnu\/stubs|asm\/|sys\/cdefs\.h$|features(?:-time64)?\.h$|stdlib\.h$|stdio\.h$|errno\.h$|string\.h$|pthread\.h$)/,cl=/^(?:(\S+?:\d+(?::\d+)?): )?(?:fatal )?error: '?([\w+./-]+\.(?:h|hh|hpp|hxx)|[\w/]+)'?(?:: No such file or directory| file not found)/m;function ll(e,t){let n=cl.exec(e);if(n===null)return;let[,r=``,i=``]=n,a=[...e.slice(0,n.index).matchAll(/^# (\S+)/gm)].at(-1)?.[1],o=a===void 0?[]:t.chainTo(a),s=o.length>1?` (${o.join(` → `)})`:``,c=a===void 0?``:`: ${a} includes it${s}`,l=r===``?``:`${r}: `;return sl.test(i)?{isLibc:!0,...ul(`${l}${i}`,t)}:{isLibc:!1,cause:`${l}the C header ${i} is not found${c}`,fix:dl(i,t)}}function ul(e,{goarch:t,isMusl:n}){let r=`${e} is not found: the C compiler has no C library for this platform`;return n?{cause:r,fix:`set CC to a musl compiler of the platform, or build with CGO_ENABLED=0`}:{cause:r,fix:t===`386`?`install gcc-multilib (Debian, Ubuntu) or glibc-devel.i686 (Fedora), set CC to i686-linux-gnu-gcc, or build with CGO_ENABLED=0`:`set CC to a cross compiler of the platform, or build with CGO_ENABLED=0`}}function dl(e,{isMusl:t}){let[,n=``,r=``]=ol.find(([t])=>t.endsWith(`/`)?e.startsWith(t):e===t)??[],i=[n===``?``:`${n} (Debian, Ubuntu)`,r===``?``:`${r} (Alpine)`].filter(e=>e!==``).join(` or `);return t?`musl-gcc does not look into /usr/include, where the headers and libraries for glibc are: build on Alpine${r===``?``:` with ${r}`}, or give a library that was compiled for musl by CGO_CFLAGS=-I… and CGO_LDFLAGS=-L…`:i===``?`install the -dev package that has the header, or give its folder by CGO_CFLAGS=-I…`:`install ${i}`}const fl={lostCgo:[],declaredIn:/* @__PURE__ */ new Map,cgoEnv:{},compilerFlags:[],extldflags:[],isMusl:!1,goarch:``,chainTo:e=>[e],muslTagged:[]},pl=`add -linkmode=external to -ldflags: then the C compiler links`;function ml(e,t,n){let{CC:r=``,CGO_LDFLAGS:i=``}=n.cgoEnv,a=`Go's own linker ${e===``?`cannot link the C objects`:`does not find the C function ${e}`}`,o=hl(n);if(o!==null||/ignoring symbol in section \d+ \("\.group"\)/.test(t))return{kind:`build-failed`,cause:`${a}: ${o??`a flag such as -g3`} makes debug sections (.group) that it cannot read`,fix:`${pl}; or write -g2 in place of it`};let s=[...vl(i).some(_l)?[`CGO_LDFLAGS`]:[],...vl(r).slice(1).some(_l)?[`CC`]:[]];return s.length>0?{kind:`static-cgo-flags`,cause:`${a}: -static stands in ${s.join(` and `)}, which counts also while cgo code is compiled`,fix:`put -static into -extldflags together with -linkmode=external, not into CGO_LDFLAGS or CC`}:n.isMusl||t.includes(`missing Go type information for global symbol .dynsym`)?{kind:`build-failed`,cause:`${a}: ${r===``?`the C compiler`:r} links statically by itself`,fix:pl}:{kind:`build-failed`,cause:a,fix:pl}}function hl({cgoEnv:e,compilerFlags:t}){let{CGO_CFLAGS:n=``,CGO_CPPFLAGS:r=``,CGO_CXXFLAGS:i=``,CC:a=``}=e,o=Object.entries({CGO_CFLAGS:n,CGO_CPPFLAGS:r,CGO_CXXFLAGS:i,CC:a});for(let[e,t]of o){let n=vl(t).find(gl);if(n!==void 0)return`${n} in ${e}`}let s=t.find(gl);return s===void 0?null:`${s} in #cgo CFLAGS`}function gl(e){return/^-g(?:gdb|dwarf(?:-\d)?|stabs)?3$|^-fdebug-types-section$|^-fdebug-macro$/.test(e)}function _l(e){return/^--?static(?:-pie)?$|^-Wl,-(?:-static|static|Bstatic)$/.test(e)}function vl(e){try{return k(e)}catch{return[]}}const Y=(e,t=1)=>e[t]??``,yl=[...it.map(({pattern:e,what:t,fix:n})=>({kind:`machine-fault`,pattern:e,cause:e=>`this machine ${t}: ${Y(e,0).trim()}`,fix:n})),{kind:`cgo-only`,pattern:/(?:(?:package|imports) (\S+): )?build constraints exclude all Go files in (\S+)/,cause:e=>`${Y(e)||`the package in ${Y(e,2)}`} has no Go file left: its files are for other platforms, or all need cgo, which is off`,fix:`build with CGO_ENABLED=1, leave the platform out, or replace the package by one without cgo`},{kind:`no-c-compiler`,pattern:/cgo: C compiler "([^"]*)" not found/,cause:e=>`the C compiler ${Y(e)} is not installed`,fix:`install it, set CC to the one you have, or build with CGO_ENABLED=0`},{kind:`needs-external`,pattern:/(?<!\S)(-\S+|default PIE binary|[^\s/]+\/\S+) requires external \(cgo\) linking, but cgo is not enabled/,cause:e=>`${Y(e)} needs the external linker, and cgo is off`,fix:`set CGO_ENABLED=1 and have a C compiler, or drop the flag`},{kind:`race`,pattern:/-race requires cgo/,cause:()=>`-race needs cgo, and cgo is off`,fix:`drop -race from the flags, or build with CGO_ENABLED=1`},{kind:`wrong-c-compiler`,pattern:/Error: no such instruction|unrecognized command-line option '-m(?:64|arch|arm)|file in wrong format|Relocations in generic ELF|skipping incompatible \S+ when searching for -l(?:gcc|c)\b|is incompatible with \S+ output|is incompatible with elf\w+|unrecognized command-line option '-mthreads'/,cause:()=>`the C compiler builds for another machine than the platform asked for`,fix:`set CC to a cross compiler of the platform, or build with CGO_ENABLED=0`},{kind:`build-failed`,pattern:/cannot find -lgcc_s\b/,cause:()=>`-Wl,-static and -Wl,-Bstatic tell only the linker, and the C compiler still asks for shared libraries`,fix:`write -static instead`},{kind:`race`,pattern:/-buildmode=pie not supported when -(\w+) is enabled/,cause:e=>`-${Y(e)} and -buildmode=pie exclude each other`,fix:`drop one of the two`},{kind:`race`,pattern:/cannot specify -static with -fsanitize=(\w+)/,cause:e=>`the ${Y(e)} sanitizer cannot be linked statically`,fix:`drop -asan and -msan from what ships`},{kind:`missing-library`,pattern:/(?:cannot find -l|unable to find library -l|library not found: )(:?[^\s:]+)/,cause:e=>`the linker finds no ${bl(Y(e),e.input)}`,fix:`install the library's -dev package; a static link needs its static version, in some distributions a -static package`},{kind:`missing-library`,pattern:/(?:Package (\S+) was not found in the pkg-config search path|No package '(\S+)' found)/,cause:e=>{let t=e[1]??Y(e,2),n=[...e.input.slice(0,e.index).matchAll(/^# ([^\s[]\S*)/gm)].at(-1)?.[1];return`pkg-config knows no ${t}${n===void 0?``:`, which ${n} asks for`}: ${t}.pc is not installed`},fix:e=>`install the -dev package with ${e[1]??Y(e,2)}.pc, or give its folder by PKG_CONFIG_PATH`},{kind:`missing-library`,pattern:/exec: "([^"]*pkg-?conf[^"]*)": (?:executable file not found|stat )/,cause:e=>`${Y(e)} is not installed, and a #cgo pkg-config line asks it for a library`,fix:`install pkg-config (Debian, Ubuntu) or pkgconf (Alpine), or set PKG_CONFIG`},{kind:`internal-linkmode`,pattern:/internal linking requested( via GO_EXTLINK_ENABLED)? but external linking required: ([^\n]*)/,cause:e=>`${Y(e)===``?`-linkmode=internal`:`GO_EXTLINK_ENABLED=0`} is impossible here: ${Y(e,2)}`,fix:`drop -linkmode=internal (or GO_EXTLINK_ENABLED=0)`},...Et.map(({pattern:e,text:t,fix:n})=>({kind:`module-files`,pattern:e,cause:t,fix:n})),{kind:`missing-module`,pattern:/no required module provides package ([^\s;]+)/,cause:e=>`no module in go.mod provides the package ${Y(e)}`,fix:`run go mod tidy and commit go.mod and go.sum`},{kind:(e,t)=>ml(Y(e),e.input,t).kind,pattern:/relocation target ([^\s.]+) not defined|ignoring symbol in section \d+ \("\.group"\)/,cause:(e,t)=>ml(Y(e),e.input,t).cause,fix:(e,t)=>ml(Y(e),e.input,t).fix},{kind:`build-failed`,pattern:/crtbeginT\.o: relocation [^\n]* when making a PIE object/,cause:()=>`-static and -pie exclude each other: -static makes a program for a fixed address, and -static-pie is undone by a -static beside it`,fix:`write -static-pie in place of -static, or drop -buildmode=pie`},{kind:`shared-library`,pattern:/crtbeginT\.o: relocation/,cause:(e,t)=>t.extldflags.includes(`-static-pie`)?`-static and -static-pie exclude each other`:`-static cannot make a shared library`,fix:(e,t)=>t.extldflags.includes(`-static-pie`)?`write -static-pie alone`:`drop -static for -buildmode=c-shared and plugin`},{kind:`build-failed`,pattern:/attempted static link of dynamic object [`']([^`']+)'/,cause:e=>`a static link met the shared library ${Y(e)}: -Wl,-Bdynamic in #cgo LDFLAGS or CGO_LDFLAGS undoes -static, or a library was given by the path of its .so file`,fix:`drop -Wl,-Bdynamic, or write -Wl,-Bstatic behind it; name libraries by -l`},{kind:`build-failed`,pattern:/flag provided but not defined: (-\S+)/,cause:e=>`Go's linker does not know ${Y(e)}: it is a word of its own in -ldflags, most likely meant as a part of -extldflags`,fix:e=>`put all words of -extldflags in quotes of their own: -ldflags="-linkmode=external -extldflags '-static ${Y(e)}'"`},{kind:`build-failed`,pattern:/read-only segment has dynamic relocations/,cause:()=>`-static-pie needs code that was compiled for a position-independent program`,fix:`add -buildmode=pie`},{kind:`build-failed`,pattern:/--no-dynamic-linker: unknown option/,cause:()=>`the linker gold cannot make a static PIE`,fix:`use another linker (drop -fuse-ld=gold)`},{kind:`undefined-reference`,pattern:/undefined reference to [`']([^`'\s]+)'|undefined symbol: [`']?([^`'\s]+)|Undefined symbols for architecture \S+\n\s+"_([^"\s]+)"/,cause:e=>`the linker does not find ${e[1]??e[2]??Y(e,3)}: none of the named libraries has it`,fix:`add the -l… of the library that has it to #cgo LDFLAGS or -extldflags, behind the static library that needs it`},{kind:`build-failed`,pattern:/golang\.org\/x\/tools@(v[\w.-]+)\/internal\/tokeninternal\/tokeninternal\.go:\d+:\d+: invalid array length/,cause:e=>`golang.org/x/tools ${Y(e)} does not compile with this Go: ${Y(e,0)}`,fix:`run go get golang.org/x/tools@latest and commit go.mod and go.sum`},{kind:`build-failed`,pattern:/(?:^|\n)(?:\S*ld\S*: )?(\S+?)(?::\(\.\S+\))?: multiple definition of [`']([^`'\s]+)'|duplicate symbol:? ['"]?_?([^'"\s]+)/,cause:e=>{let t=e[2]??Y(e,3),n=e[1]===void 0?``:` (${e[1]})`;return t===`main`?`C code defines main${n}, which Go's runtime defines already`:`${t} is defined twice${n}`},fix:e=>(e[2]??e[3])===`main`?`a package with cgo compiles every C file in its folder: move the file elsewhere, or give it a build constraint`:`rename one of the two or make it static; of two libraries that hold the same code, link one`},{kind:`invalid-cgo-flag`,pattern:/invalid flag in (#cgo \w+): (\S+)/,cause:e=>`${Y(e)} holds the flag ${Y(e,2)}, which Go does not allow`,fix:`allow it with CGO_LDFLAGS_ALLOW or CGO_CFLAGS_ALLOW, or write it another way`}];function bl(e,t){let n=/(?<!\S)-static(?:-pie)?(?!\S)/.test(t)?`static library`:`library`;return e.startsWith(`:`)?`${n} ${e.slice(1)}`:n===`library`?`library lib${e}`:`static library lib${e}.a`}function xl(e){return e.split(`
`).slice(0,Sl).filter(e=>e.length<=2e4)}const Sl=5e3,Cl=[/^(?:# |go: (?:downloading|extracting|finding|found|trying|added|upgraded) |collect2: error: ld returned|collect2: fatal error: ld terminated|clang(?:\+\+)?: error: linker command failed)/,/[\\/]link(?:\.exe)?: running \S+ failed: /,/: in function [^:]*:$/,/^\S.* -o \S+ .*[\\/]go\.o /,/^(?:error: )?(?:ld|link) (?:returned|failed)|^compilation terminated\.|^usage: /],wl=/^(?:\S*[\\/])?(?:[\w.]+-)*ld(?:\.(?:bfd|gold|lld)|64\.lld)?(?:\.exe)?: (?!.*: warning: |warning: )(?!.*: in function [^:]*:$)/,Tl=/^(?:(?:\S*[\\/])?(?:ld\.lld|ld64\.lld|lld-link|wasm-ld|mold|ld\.mold|ld\.gold): (?:error|fatal): |Undefined symbols for architecture |duplicate symbol )/;function El(e){let t=xl(e).map(e=>e.trim()).filter(e=>e!==``&&!Cl.some(t=>t.test(e))),n=e=>/\bwarning: /.test(e),r=t.findIndex(e=>/\berror: /.test(e)&&!n(e))>=0?t.findIndex(e=>/\berror: /.test(e)&&!n(e)):t.findIndex(e=>wl.test(e)||Tl.test(e)),i=r<0?t.find(e=>!n(e))??t[0]:t[r],a=i!==void 0&&/^Undefined symbols for architecture .*:$/.test(i)?` ${t[r+1]??``}`:``;return i===void 0?void 0:`${i}${a}`.trim()}const Dl=String.raw`(?:[A-Za-z]:[\\/])?[^:\n]+?\.(?:go|s|S|c|cc|cpp|cxx|h|hh|hpp|hxx|m|mm|f|F|for|f90|swig|swigcxx|mod|work|sum)`,Ol=String.raw`(${Dl}):(\d+)(?::(\d+))?(?=[:,]|$)`,kl=new RegExp(String.raw`(?:^|: )\s*(?:vet: )?${Ol}[:,]?\s*(.*)`),Al=new RegExp(String.raw`^\s*(?:In file included )?from ${Ol}()`);function jl(e){let t=[],n=[],r=null;for(let i of xl(e)){if(r=/^# (\S+)/.exec(i)?.[1]??r,i.startsWith(`# `)||i.length>4096||/: (?:warning|note|remark): /.test(i))continue;let e=Al.exec(i),[,a,o,s,c=``]=e??kl.exec(i)??[];a===void 0||Number(o)<1||(e===null?t:n).push({file:a.trim(),line:Number(o),column:s===void 0?null:Number(s),message:c,text:i.trim(),package:r})}return[...t,...n]}var Ml=`_LIB_VERSION
__abort_msg
__adjtimex
__after_morecore_hook
__arch_prctl
__argz_count
__argz_next
__argz_stringify
__asprintf
__assert
__assert_perror_fail
__b64_ntop
__b64_pton
__backtrace
__backtrace_symbols
__backtrace_symbols_fd
__bsd_getpgrp
__bzero
__call_tls_dtors
__check_rhosts_file
__chk_fail
__clog10
__clog10f
__clog10l
__close
__close_nocancel
__cmsg_nxthdr
__connect
__copy_grp
__ctype32_b
__ctype32_tolower
__ctype32_toupper
__ctype_b
__ctype_init
__ctype_tolower
__ctype_toupper
__curbrk
__cxa_at_quick_exit
__cxa_thread_atexit_impl
__cyg_profile_func_enter
__cyg_profile_func_exit
__dcgettext
__default_morecore
__dgettext
__dn_comp
__dn_count_labels
__dn_skipname
__dup2
__endmntent
__fcntl
__fdelt_warn
__fentry__
__ffs
__file_change_detection_for_fp
__file_change_detection_for_path
__file_change_detection_for_stat
__file_is_unchanged
__finitef
__finitel
__fork
__fortify_fail
__fpu_control
__free_hook
__fseeko64
__fstat64
__ftello64
__gconv_create_spec
__gconv_destroy_spec
__gconv_get_alias_db
__gconv_get_cache
__gconv_get_modules_db
__gconv_open
__gconv_transliterate
__getmntent_r
__getpagesize
__getpgid
__getpid
__getrlimit
__gettimeofday
__h_errno
__hostalias
__idna_from_dns_encoding
__idna_to_dns_encoding
__inet6_scopeid_pton
__inet_aton_exact
__inet_pton_length
__internal_endnetgrent
__internal_getnetgrent_r
__internal_setnetgrent
__isascii_l
__iscanonicall
__isctype
__iseqsig
__iseqsigf
__iseqsigl
__isinf
__isinff
__isinfl
__isnan
__isnanf
__isnanl
__issignaling
__issignalingf
__issignalingl
__iswctype
__ivaliduser
__key_decryptsession_pk_LOCAL
__key_encryptsession_pk_LOCAL
__key_gendes_LOCAL
__libc_alloc_buffer_alloc_array
__libc_alloc_buffer_allocate
__libc_alloc_buffer_copy_bytes
__libc_alloc_buffer_copy_string
__libc_alloc_buffer_create_failure
__libc_alloca_cutoff
__libc_allocate_once_slow
__libc_allocate_rtsig
__libc_clntudp_bufcreate
__libc_dlerror_result
__libc_dn_expand
__libc_dn_skipname
__libc_dynarray_at_failure
__libc_dynarray_emplace_enlarge
__libc_dynarray_finalize
__libc_dynarray_resize
__libc_dynarray_resize_clear
__libc_early_init
__libc_fatal
__libc_fcntl64
__libc_fork
__libc_freeres
__libc_ifunc_impl_list
__libc_init_first
__libc_mallinfo
__libc_mallopt
__libc_memalign
__libc_msgrcv
__libc_msgsnd
__libc_ns_makecanon
__libc_ns_samename
__libc_pread
__libc_pvalloc
__libc_pwrite
__libc_reallocarray
__libc_res_dnok
__libc_res_hnok
__libc_res_nameinquery
__libc_res_queriesmatch
__libc_rpc_getport
__libc_sa_len
__libc_scratch_buffer_dupfree
__libc_scratch_buffer_grow
__libc_scratch_buffer_grow_preserve
__libc_scratch_buffer_set_array_size
__libc_secure_getenv
__libc_single_threaded
__libc_system
__libc_unwind_link_get
__libc_valloc
__lll_lock_wait_private
__lll_lock_wake_private
__malloc_hook
__malloc_initialize_hook
__mbrlen
__mbrtowc
__memalign_hook
__memcmpeq
__mempcpy
__mempcpy_small
__merge_grp
__mktemp
__monstartup
__morecore
__mq_open_2
__nanosleep
__netlink_assert_response
__nptl_create_event
__nptl_death_event
__nptl_last_event
__nptl_nthreads
__nptl_rtld_global
__nptl_threads_events
__nptl_version
__open
__open64
__open64_2
__open64_nocancel
__open_2
__open_catalog
__open_nocancel
__openat64_2
__openat_2
__pipe
__poll
__pread64
__pread64_nocancel
__printf_fp
__profile_frequency
__pthread_cleanup_routine
__pthread_get_minstack
__pthread_getspecific
__pthread_keys
__pthread_mutex_destroy
__pthread_mutex_init
__pthread_mutexattr_destroy
__pthread_mutexattr_init
__pthread_mutexattr_settype
__pthread_register_cancel
__pthread_register_cancel_defer
__pthread_rwlock_destroy
__pthread_rwlock_init
__pthread_setspecific
__pthread_unregister_cancel
__pthread_unregister_cancel_restore
__pthread_unwind_next
__putlong
__putshort
__pwrite64
__rawmemchr
__rcmd_errstr
__read
__read_nocancel
__realloc_hook
__recv
__register_atfork
__res_close
__res_context_hostalias
__res_context_mkquery
__res_context_query
__res_context_search
__res_context_send
__res_dnok
__res_get_nsaddr
__res_hnok
__res_hostalias
__res_iclose
__res_init
__res_isourserver
__res_mailok
__res_nameinquery
__res_nclose
__res_ninit
__res_nmkquery
__res_nopt
__res_nquery
__res_nquerydomain
__res_nsearch
__res_nsend
__res_ownok
__res_queriesmatch
__res_query
__res_querydomain
__res_randomid
__res_search
__resolv_context_get
__resolv_context_get_override
__resolv_context_get_preinit
__resolv_context_put
__resp
__sbrk
__sched_cpualloc
__sched_cpufree
__sched_get_priority_max
__sched_get_priority_min
__sched_getparam
__sched_getscheduler
__sched_setscheduler
__sched_yield
__secure_getenv
__select
__send
__sendmmsg
__setmntent
__setpgid
__shm_get_name
__sigaddset
__sigdelset
__sigismember
__sigpause
__sigsuspend
__sigtimedwait
__snprintf
__socket
__statfs
__stpcpy_small
__strcasecmp
__strcasestr
__strcpy_small
__strcspn_c1
__strcspn_c2
__strcspn_c3
__strdup
__strerror_r
__strfmon_l
__strndup
__strpbrk_c2
__strpbrk_c3
__strsep_1c
__strsep_2c
__strsep_3c
__strsep_g
__strspn_c1
__strspn_c2
__strspn_c3
__strtod_internal
__strtod_nan
__strtof128_internal
__strtof128_nan
__strtof_internal
__strtof_nan
__strtok_r
__strtok_r_1c
__strtol_l
__strtold_internal
__strtold_nan
__strtoll_l
__strtoul_l
__strtoull_l
__strverscmp
__sysconf
__sysctl
__tdelete
__tfind
__toascii_l
__towctrans
__tsearch
__twalk
__twalk_r
__underflow
__vfork
__vfscanf
__vsnprintf
__vsscanf
__waitpid
__wcscasecmp_l
__wcsncasecmp_l
__wcstod_internal
__wcstod_l
__wcstof128_internal
__wcstof_internal
__wcstof_l
__wcstol_internal
__wcstol_l
__wcstold_internal
__wcstold_l
__wcstoll_internal
__wcstoll_l
__wcstoul_internal
__wcstoul_l
__wcstoull_internal
__wcstoull_l
__woverflow
__write
__write_nocancel
__wuflow
__wunderflow
__x86_get_cpuid_feature_leaf
__xpg_sigpause
_authenticate
_gethtbyaddr
_gethtbyname
_gethtbyname2
_gethtent
_getlong
_getshort
_itoa_lower_digits
_libc_intl_domainname
_mcleanup
_mcount
_nl_default_dirname
_nl_domain_bindings
_nl_msg_cat_cntr
_null_auth
_obstack
_obstack_allocated_p
_obstack_begin
_obstack_begin_1
_obstack_free
_obstack_memory_used
_obstack_newchunk
_pthread_cleanup_pop_restore
_pthread_cleanup_push_defer
_res
_res_hconf
_res_opcodes
_rpc_dtablesize
_seterr_reply
_sethtent
_sys_errlist
_sys_nerr
_sys_siglist
_thread_db___nptl_last_event
_thread_db___nptl_nthreads
_thread_db___nptl_rtld_global
_thread_db___pthread_keys
_thread_db_const_thread_area
_thread_db_dtv_dtv
_thread_db_dtv_slotinfo_gen
_thread_db_dtv_slotinfo_list_len
_thread_db_dtv_slotinfo_list_next
_thread_db_dtv_slotinfo_list_slotinfo
_thread_db_dtv_slotinfo_map
_thread_db_dtv_t_counter
_thread_db_dtv_t_pointer_val
_thread_db_link_map_l_tls_modid
_thread_db_link_map_l_tls_offset
_thread_db_list_t_next
_thread_db_list_t_prev
_thread_db_pthread_cancelhandling
_thread_db_pthread_dtvp
_thread_db_pthread_eventbuf
_thread_db_pthread_eventbuf_eventmask
_thread_db_pthread_eventbuf_eventmask_event_bits
_thread_db_pthread_key_data_data
_thread_db_pthread_key_data_level2_data
_thread_db_pthread_key_data_seq
_thread_db_pthread_key_struct_destr
_thread_db_pthread_key_struct_seq
_thread_db_pthread_list
_thread_db_pthread_nextevent
_thread_db_pthread_report_events
_thread_db_pthread_schedparam_sched_priority
_thread_db_pthread_schedpolicy
_thread_db_pthread_specific
_thread_db_pthread_start_routine
_thread_db_pthread_tid
_thread_db_rtld_global__dl_stack_used
_thread_db_rtld_global__dl_stack_user
_thread_db_rtld_global__dl_tls_dtv_slotinfo_list
_thread_db_sizeof_dtv_slotinfo
_thread_db_sizeof_dtv_slotinfo_list
_thread_db_sizeof_list_t
_thread_db_sizeof_pthread
_thread_db_sizeof_pthread_key_data
_thread_db_sizeof_pthread_key_data_level2
_thread_db_sizeof_pthread_key_struct
_thread_db_sizeof_td_eventbuf_t
_thread_db_sizeof_td_thr_events_t
_thread_db_td_eventbuf_t_eventdata
_thread_db_td_eventbuf_t_eventnum
_thread_db_td_thr_events_t_event_bits
_tolower
_toupper
addseverity
advance
aio_init
arc4random
arc4random_buf
arc4random_uniform
argp_err_exit_status
argp_error
argp_failure
argp_help
argp_parse
argp_program_bug_address
argp_program_version
argp_program_version_hook
argp_state_help
argp_usage
argz_add
argz_add_sep
argz_append
argz_count
argz_create
argz_create_sep
argz_delete
argz_extract
argz_insert
argz_next
argz_replace
argz_stringify
backtrace
backtrace_symbols
backtrace_symbols_fd
bdflush
bindresvport
c8rtomb
callrpc
canonicalize
canonicalize_file_name
canonicalizef
canonicalizel
cbc_crypt
cfree
chflags
clog10
clog10f
clog10l
close_range
closefrom
create_module
daddl
ddivl
des_setparity
dfmal
dladdr1
dlmopen
dlvsym
dmull
drand48_r
dreml
dsqrtl
dsubl
dysize
ecb_crypt
ecvt_r
endaliasent
endfsent
endnetgrent
endrpcent
endsgent
endttyent
envz_add
envz_entry
envz_get
envz_merge
envz_remove
envz_strip
epoll_pwait2
erand48_r
errno
error
error_at_line
error_message_count
error_one_per_line
error_print_progname
execveat
fadd
faddl
fattach
fchflags
fcloseall
fcntl64
fcvt_r
fdetach
fdiv
fdivl
fedisableexcept
feenableexcept
fegetexcept
fegetmode
fesetexcept
fesetmode
fetestexceptflag
ffma
ffmal
fgetgrent_r
fgetpwent_r
fgetsgent
fgetsgent_r
fgetspent_r
finitel
fmaximum
fmaximum_mag
fmaximum_mag_num
fmaximum_mag_numf
fmaximum_mag_numl
fmaximum_magf
fmaximum_magl
fmaximum_num
fmaximum_numf
fmaximum_numl
fmaximumf
fmaximuml
fmaxmag
fmaxmagf
fmaxmagl
fminimum
fminimum_mag
fminimum_mag_num
fminimum_mag_numf
fminimum_mag_numl
fminimum_magf
fminimum_magl
fminimum_num
fminimum_numf
fminimum_numl
fminimumf
fminimuml
fminmag
fminmagf
fminmagl
fmul
fmull
fromfp
fromfpf
fromfpl
fromfpx
fromfpxf
fromfpxl
fsconfig
fsmount
fsopen
fspick
fsqrt
fsqrtl
fsub
fsubl
fts64_children
fts64_close
fts64_open
fts64_read
fts64_set
gai_cancel
gai_error
gai_suspend
gamma
gammaf
gammal
get_kernel_syms
get_myaddress
getaddrinfo_a
getaliasbyname
getaliasbyname_r
getaliasent
getaliasent_r
getcontext
getcpu
getdate_r
getdirentries
getdirentries64
getfsent
getfsfile
getfsspec
getgrent_r
gethostent_r
getipv4sourcefilter
getmsg
getnetbyaddr_r
getnetbyname_r
getnetent_r
getnetgrent
getnetgrent_r
getnetname
getpayload
getpayloadf
getpayloadl
getpmsg
getprotobyname_r
getprotobynumber_r
getprotoent_r
getpt
getpublickey
getpw
getpwent_r
getsecretkey
getservent_r
getsgent
getsgent_r
getsgnam
getsgnam_r
getsourcefilter
getspent_r
getttyent
getttynam
getutent_r
getutid_r
getutline_r
getutmp
getutmpx
getwd
glob_pattern_p
gnu_dev_major
gnu_dev_makedev
gnu_dev_minor
gnu_get_libc_release
gnu_get_libc_version
group_member
gsignal
gtty
h_errlist
h_nerr
host2netname
inet6_opt_append
inet6_opt_find
inet6_opt_finish
inet6_opt_get_val
inet6_opt_init
inet6_opt_next
inet6_opt_set_val
inet6_option_alloc
inet6_option_append
inet6_option_find
inet6_option_init
inet6_option_next
inet6_option_space
inet6_rth_add
inet6_rth_getaddr
inet6_rth_init
inet6_rth_reverse
inet6_rth_segments
inet6_rth_space
inet_net_ntop
inet_net_pton
inet_neta
inet_nsap_addr
inet_nsap_ntoa
initstate_r
innetgr
iruserok
iruserok_af
isctype
isfdtype
isinf
isinff
isinfl
isnan
isnanf
isnanl
j0l
j1l
jnl
jrand48_r
lcong48_r
lgammaf128_r
lgammaf32_r
lgammaf32x_r
lgammaf64_r
lgammaf64x_r
llogb
llogbf
llogbl
llseek
loc1
loc2
locs
login
logout
logwtmp
lrand48_r
makecontext
mallinfo
mallinfo2
malloc_info
malloc_stats
malloc_trim
mallopt
mallwatch
matherr
mbrtoc8
mcheck
mcheck_check_all
mcheck_pedantic
mcount
memfrob
modify_ldt
moncontrol
monstartup
mount_setattr
move_mount
mprobe
mrand48_r
mtrace
muntrace
netname2host
netname2user
nextdown
nextdownf
nextdownl
nextup
nextupf
nextupl
nfsservctl
nrand48_r
ntp_adjtime
ntp_gettime
ntp_gettimex
obstack_alloc_failed_handler
obstack_exit_failure
obstack_free
obstack_printf
obstack_vprintf
on_exit
open_tree
parse_printf_format
passwd2des
pidfd_getfd
pidfd_open
pidfd_send_signal
pkey_alloc
pkey_free
pkey_get
pkey_mprotect
pkey_set
posix_spawn_file_actions_addclosefrom_np
posix_spawn_file_actions_addtcsetpgrp_np
preadv2
preadv64v2
printf_size
printf_size_info
process_madvise
process_mrelease
profil
pthread_attr_getaffinity_np
pthread_attr_getsigmask_np
pthread_attr_getstackaddr
pthread_attr_setaffinity_np
pthread_attr_setsigmask_np
pthread_attr_setstackaddr
pthread_clockjoin_np
pthread_cond_clockwait
pthread_kill_other_threads_np
pthread_mutex_clocklock
pthread_mutex_consistent_np
pthread_mutexattr_getkind_np
pthread_mutexattr_getprioceiling
pthread_mutexattr_getrobust_np
pthread_mutexattr_setkind_np
pthread_mutexattr_setprioceiling
pthread_mutexattr_setrobust_np
pthread_rwlock_clockrdlock
pthread_rwlock_clockwrlock
pthread_rwlockattr_getkind_np
pthread_rwlockattr_setkind_np
pthread_sigqueue
pthread_yield
putmsg
putpmsg
putsgent
pvalloc
pwritev2
pwritev64v2
qecvt
qecvt_r
qfcvt
qfcvt_r
qgcvt
query_module
random_r
rawmemchr
rcmd
rcmd_af
re_comp
re_compile_fastmap
re_compile_pattern
re_exec
re_match
re_match_2
re_max_failures
re_search
re_search_2
re_set_registers
re_set_syntax
re_syntax_options
register_printf_function
register_printf_modifier
register_printf_specifier
register_printf_type
registerrpc
renameat2
res_dnok
res_gethostbyaddr
res_gethostbyname
res_gethostbyname2
res_hnok
res_mailok
res_nmkquery
res_nquery
res_nquerydomain
res_nsearch
res_nsend
res_ownok
res_send_setqhook
res_send_setrhook
revoke
rexec
rexec_af
rexecoptions
roundeven
roundevenf
roundevenl
rpmatch
rresvport
rresvport_af
rtime
ruserok
ruserok_af
ruserpass
scalbl
scandirat
scandirat64
seed48_r
sem_clockwait
setaliasent
setcontext
setfsent
sethostid
setipv4sourcefilter
setlogin
setnetgrent
setpayload
setpayloadf
setpayloadl
setpayloadsig
setpayloadsigf
setpayloadsigl
setrpcent
setsgent
setsourcefilter
setstate_r
setttyent
sgetsgent
sgetsgent_r
sgetspent
sgetspent_r
sigabbrev_np
sigblock
sigdescr_np
siggetmask
significandl
sigreturn
sigsetmask
sigstack
sigvec
sprofil
srand48_r
srandom_r
ssignal
sstk
statx
step
strerrordesc_np
strerrorname_np
strfromd
strfromf
strfroml
strfry
strptime_l
strtof128_l
strtof32_l
strtof32x_l
strtof64_l
strtof64x_l
strtol_l
strtoll_l
strtoq
strtoul_l
strtoull_l
strtouq
stty
swapcontext
sys_errlist
sys_nerr
sys_sigabbrev
sys_siglist
sysctl
sysv_signal
tgkill
timelocal
timespec_getres
tmpnam_r
totalorder
totalorderf
totalorderl
totalordermag
totalordermagf
totalordermagl
tr_break
ttyslot
twalk_r
ufromfp
ufromfpf
ufromfpl
ufromfpx
ufromfpxf
ufromfpxl
uselib
user2netname
ustat
vlimit
vtimes
wcschrnul
wcstod_l
wcstof128_l
wcstof32_l
wcstof32x_l
wcstof64_l
wcstof64x_l
wcstof_l
wcstol_l
wcstold_l
wcstoll_l
wcstoq
wcstoul_l
wcstoull_l
wcstouq
wmempcpy
xdecrypt
xencrypt
y0l
y1l
ynl
`;const Nl=[[`dbus_`,`dbus-1`],[`sd_`,`systemd`],[`udev_`,`udev`],[`ibv_`,`ibverbs`],[`rdma_`,`rdmacm`],[`nl_`,`nl-3`],[`nla_`,`nl-3`],[`genl`,`nl-genl-3`],[`mnl_`,`mnl`],[`SSL_`,`ssl`],[`TLS_`,`ssl`],[`EVP_`,`crypto`],[`BIO_`,`crypto`],[`X509_`,`crypto`],[`ERR_`,`crypto`],[`RAND_`,`crypto`],[`OPENSSL_`,`crypto`],[`ZSTD_`,`zstd`],[`ZDICT_`,`zstd`],[`LZ4`,`lz4`],[`snappy_`,`snappy`],[`BZ2_`,`bz2`],[`lzma_`,`lzma`],[`inflate`,`z`],[`deflate`,`z`],[`crc32$`,`z`],[`adler32$`,`z`],[`compress2$`,`z`],[`compressBound$`,`z`],[`uncompress$`,`z`],[`gzopen`,`z`],[`zlibVersion$`,`z`],[`curl_`,`curl`],[`png_`,`png`],[`jpeg_`,`jpeg`],[`FT_`,`freetype`],[`Fc`,`fontconfig`],[`hb_`,`harfbuzz`],[`xmlRe`,`xml2`],[`xmlFree`,`xml2`],[`xmlParse`,`xml2`],[`git_`,`git2`],[`libssh2_`,`ssh2`],[`nghttp2_`,`nghttp2`],[`idn2_`,`idn2`],[`psl_`,`psl`],[`krb5_`,`krb5`],[`gss_`,`gssapi_krb5`],[`ldap_`,`ldap`],[`ber_`,`lber`],[`sasl_`,`sasl2`],[`libusb_`,`usb-1.0`],[`snd_`,`asound`],[`pa_`,`pulse`],[`xcb_`,`xcb`],[`g_object_`,`gobject-2.0`],[`g_type_`,`gobject-2.0`],[`g_`,`glib-2.0`],[`cap_`,`cap`],[`seccomp_`,`seccomp`],[`uuid_`,`uuid`],[`blkid_`,`blkid`],[`mnt_`,`mount`],[`numa_`,`numa`],[`archive_`,`archive`],[`__gmp`,`gmp`],[`mpfr_`,`mpfr`],[`sqlite3_`,`sqlite3`],[`pcre2_`,`pcre2-8`],[`pcre_`,`pcre`],[`yaml_`,`yaml`],[`json_object_`,`json-c`],[`event_`,`event`],[`lua_`,`lua`],[`luaL_`,`lua`],[`gnutls_`,`gnutls`],[`gcry_`,`gcrypt`],[`gpg_`,`gpg-error`],[`p11_`,`p11-kit`],[`crypto_`,`sodium`],[`sodium_`,`sodium`],[`__cxa_`,`stdc++`],[`__gxx_`,`stdc++`],[`_ZSt`,`stdc++`],[`_ZNSt`,`stdc++`],[`_ZNKSt`,`stdc++`],[`_ZTVN10__cxxabiv1`,`stdc++`],[`_Znwm$`,`stdc++`],[`_Znam$`,`stdc++`],[`_ZdlPv`,`stdc++`],[`_ZdaPv`,`stdc++`],[`__atomic_`,`atomic`],[`GOMP_`,`gomp`],[`omp_`,`gomp`],...[`sin`,`cos`,`tan`,`asin`,`acos`,`atan`,`atan2`,`sinh`,`cosh`,`tanh`,`exp`,`exp2`,`expm1`,`log`].map(e=>[`${e}$`,`m`]),...[`log2`,`log10`,`log1p`,`pow`,`sqrt`,`cbrt`,`floor`,`ceil`,`round`,`trunc`,`fmod`,`hypot`,`ldexp`].map(e=>[`${e}$`,`m`]),...[`sqrtf`,`powf`,`sinf`,`cosf`,`expf`,`logf`,`floorf`,`ceilf`,`lgamma`,`tgamma`,`fmax`,`fmin`].map(e=>[`${e}$`,`m`])],Pl={pcap:`libpcap`,ssl:`libssl`,crypto:`libcrypto`,curl:`libcurl`,git2:`libgit2`,ssh2:`libssh2`,xml2:`libxml-2.0`,xslt:`libxslt`,z:`zlib`,png:`libpng`,png16:`libpng16`,archive:`libarchive`,zstd:`libzstd`,lz4:`liblz4`,lzma:`liblzma`,rdkafka:`rdkafka`,sqlite3:`sqlite3`,pq:`libpq`,"usb-1.0":`libusb-1.0`,freetype:`freetype2`,fontconfig:`fontconfig`,cairo:`cairo`,"glib-2.0":`glib-2.0`,SDL2:`sdl2`,zmq:`libzmq`,sodium:`libsodium`,seccomp:`libseccomp`,systemd:`libsystemd`,udev:`libudev`,"dbus-1":`dbus-1`,gpgme:`gpgme`,devmapper:`devmapper`,webp:`libwebp`,tiff:`libtiff-4`,jpeg:`libjpeg`,nghttp2:`libnghttp2`,pulse:`libpulse`,asound:`alsa`,ibverbs:`libibverbs`},Fl=/* @__PURE__ */ new Set([`systemd`,`udev`]),Il={pcap:`systemd`},Ll=/^(?:__[a-z0-9_]+_chk|__isoc23_\w+|(?:f?open|creat|[lf]?stat|lseek|p?read|p?write|f?truncate|readdir|mmap|fseeko|ftello)(?:at|v)?64(?:v2)?)$/,Rl=new Set(Ml.split(/\s+/).filter(e=>e!==``));function zl(e){return Rl.has(e)||Ll.test(e)}const Bl=/undefined (?:reference to [`']|symbol: (?:[`'])?)([^`'\s]+)|^\s+"_([^"\s]+)", referenced from:$/,Vl=/([^\s/\\:()]+\.(?:a|lib))(?:\[\d+\])?\(([^()\s]+)\)/,Hl=/([^\s/\\:()]+\.o(?:bj)?):\(.*\) in archive (?:\S*[/\\])?(\S+\.a)/;function Ul(e){let t=[],n=null,r=!1;for(let i of e.split(`
`).slice(0,5e3)){if(i.length>4096)continue;let e=Wl(i);/: in function |: warning: /.test(i)&&(n=e);let a=Bl.exec(i),o=a?.[1]??a?.[2];if(o!==void 0){let a=/^(?:\S*ld(?:\.\w+)?(?:\.exe)?: )?\(\.[^)]*\): /.test(i);t.push({symbol:o,archive:e??(a?n:null)}),r=e===null&&!a;continue}let s=t.at(-1);r&&e!==null&&s!==void 0&&/^\s|^>>>/.test(i)&&(s.archive??=e,r=!1)}return t}function Wl(e){if(!/\.(?:a|lib)(?:\[\d+\])?\(| in archive /.test(e))return null;let t=Hl.exec(e);if(t!==null)return{file:t[2]??``,member:t[1]??``};let n=Vl.exec(e);return n===null?null:{file:n[1]??``,member:n[2]??``}}function Gl(e,t){let n=Ul(e),r=t.isMusl?n.find(({symbol:e})=>zl(e)):void 0;if(r!==void 0)return{kind:`glibc-library`,...Kl(r,t)};let i=n.find(({archive:e})=>e!==null&&!/^libc(?:_nonshared)?\.a$/.test(e.file));return i?.archive==null?void 0:{kind:`undefined-reference`,...ql(i.symbol,i.archive)}}function Kl({symbol:e,archive:t},{muslTagged:n}){let r=t===null?`C code that is linked in`:t.file,[i]=n,a=i===void 0?`use a library that was compiled for musl, or link against glibc`:`add -tags=musl: ${i} has files for musl behind that tag`;return{cause:`${r} was compiled for glibc: it needs ${e}, which musl does not have`,fix:a}}function ql(e,{file:t,member:n}){let r=/^lib(.+)\.a$/.exec(t)?.[1]??t,i=Nl.find(([t])=>t.endsWith(`$`)?e===t.slice(0,-1):e.startsWith(t))?.[1],a=i===void 0||i===r?`another library`:`lib${i}`,o=Pl[r],s=o===void 0?`name what ${t} needs behind it in #cgo LDFLAGS or -extldflags${i===void 0?``:`: -l${i}`}`:`write #cgo pkg-config: --static ${o} (pkg-config --static --libs ${o} lists all that it needs)`,c=Fl.has(i??``)?i:Il[r],l=c===void 0?``:`; Debian and Ubuntu have no static lib${c}: there it needs a ${t} built without it`;return{cause:`${t} (${n}) needs ${a}: nothing that is linked has ${e}`,fix:`${s}${l}`}}function Jl(e,{lostCgo:t,declaredIn:n}){for(let r of e.split(/^# /m).slice(1)){let[e=``]=r.split(/[\s[]/,1);for(let[,i=``]of r.matchAll(/: undefined: ([\w.]+)/g)){let r=n.get(i);if(r!==void 0||t.includes(e)&&!i.includes(`.`))return{kind:`undefined-without-cgo`,cause:`${e} does not compile without cgo: what declares ${i} is ${r===void 0?`in its cgo files`:`in ${r}, a cgo file`}`,fix:`keep cgo on for this program, or give the package files for builds without cgo (//go:build !cgo)`}}}}function Yl(e,t=fl){let n=ll(e,t);for(let{kind:n,pattern:r,cause:i,fix:a}of yl){let o=r.exec(e);if(o===null)continue;let s=typeof n==`string`?n:n(o,t),c=s===`undefined-reference`?Gl(e,t):void 0;return c===void 0?{kind:s,cause:i(o,t),fix:typeof a==`string`?a:a(o,t)}:c}if(n!==void 0){let{cause:e,fix:t,isLibc:r}=n;return{kind:r?`wrong-c-compiler`:`missing-header`,cause:e,fix:t}}let r=Jl(e,t);if(r!==void 0)return r;let i=El(e)??`go build failed without a message`;return{kind:`build-failed`,cause:/^(?:package \S+|go: .*:)$/.test(i)?Dt(e):i,fix:null}}function Xl(e,{kind:t,cause:n}){let r=jl(e).filter(({column:e,message:t})=>e!==null&&t!==``),i=r.find(({file:e,line:t,column:r})=>n.startsWith(`${e}:${t}:${String(r)}: `));if(i===void 0)return[];let a=t===`build-failed`?/^too many errors$/:/^too many errors$|^fatal error: /,o=r.filter(e=>!a.test(e.message)&&!Zl(e,i));return[...new Map(o.map(e=>[e.text,e])).values()].slice(0,9)}function Zl(e,t){return e.file===t.file&&e.line===t.line&&e.column===t.column}function Ql(e){let t=[...e.matchAll(/Using '([A-Za-z_]\w*)' in statically linked applications/g)];return[...new Set(t.map(e=>e[1]??``))].toSorted()}function $l(e){return/^loadinternal: cannot find runtime\/cgo$/m.test(e)}function eu(e,t=`default`){let n=e.package.split(`/`),r=n.at(-1)??e.package;return(n.length>1&&/^v([2-9]|[1-9]\d+)$/.test(r)?n.at(-2)??r:r)+(tu[t]??nu[e.platform.goos]??``)}const tu={"c-archive":`.a`,plugin:`.so`},nu={windows:`.exe`};function ru(e,t){let n=``,r=!0;for(let i of e.split(/(?<=\n)/)){let e=/^# (\S+)/.exec(i);e!==null&&(r=t.has(e[1]??``)),r&&(n+=i)}return n}function iu({platform:e,flags:t}){return JSON.stringify([e.env,t.filter(({name:e})=>e!==`-tags`&&e!==`-ldflags`)])}async function au(e,t){let n=pt(t),r=[],i=/* @__PURE__ */ new Map,a=async e=>{if(r.length>0)return[];try{return[await e.run()]}catch(e){return r.push(e),[]}},o=e.map(e=>{let t=i.get(e.family),r=t===void 0?n(a,e):t.then(()=>n(a,e));return t===void 0&&i.set(e.family,r),r}),s=await Promise.all(o);if(r.length>0)throw r[0];return s.flat()}function ou(e){return e.filter(({planned:e})=>e.skip===null).length}async function su(e,t,n){let r=await n.files.makeTempDir(),i=(await au(uu(e.map(({planned:e},t)=>({cell:e,at:t})).filter(({cell:e})=>e.skip===null)).map((e,i)=>({family:iu(e[0].cell),run:()=>du(e,{go:t,ports:n,tempDir:r,outDir:H(r,String(i))})})),n.host.cpus)).flat(),a=new Map(i.map(({at:e,build:t})=>[e,t]));return e.map((e,t)=>({...e,build:a.get(t)??lu(e.planned)}))}function cu(e){return e.map(e=>({...e,build:lu(e.planned),artifact:null,proof:null}))}function lu(e){let t=mu(e);return e.skip===null?{argv:t,status:`predicted`}:{argv:t,status:`skipped`,reason:e.skip.reason}}function uu(e){let t=/* @__PURE__ */ new Map;for(let n of e){let{cell:e}=n,r=(e.graph.get(e.package)?.error??null)===null?null:e.package;for(let i=0;;i++){let a=JSON.stringify([e.moduleDir,e.platform.name,e.strategy.name,e.env,r,i]),o=t.get(a);if(o===void 0){t.set(a,[n]);break}if(o.every(t=>eu(t.cell,t.cell.buildmode)!==eu(e,e.buildmode))){o.push(n);break}}}return[...t.values()]}async function du(e,t){let{go:n,ports:r,tempDir:i,outDir:a}=t,[{cell:o}]=e,s=r.log.activity(pu(e),`building`),c=[`build`,`-o`,`${a}/`,...O(o.flags),...e.map(({cell:e})=>e.package)],l={...o.env,GOTMPDIR:i,LC_ALL:`C`},u=await fu(c,{cwd:o.moduleDir,env:l},n),d=u.output,f=await Promise.all(e.map(async({cell:t,at:n})=>{let i=eu(t,t.buildmode),o=H(a,i);return{cell:t,at:n,file:o,fileName:i,exists:(u.exitCode===0||u.exitCode!==null&&e.length>1)&&await r.files.size(o)!==void 0}})),p=f.filter(({exists:e})=>e).length;p===e.length?s(`built`,{pieces:p}):e.length===1?s(`failed`,{trouble:Yl(d).cause}):s(`${p} of ${e.length} built:`,{pieces:p});let m=[];for(let{cell:n,at:r,file:i,fileName:o,exists:s}of f){let c=e.length===1?d:ru(d,L(n.graph,n.package)),l={argv:mu(n),output:c,durationMs:u.durationMs};s?m.push({at:r,build:{...l,status:`built`,file:i,fileName:o}}):e.length===1?m.push({at:r,build:{...l,status:`failed`}}):m.push(...await du([{cell:n,at:r}],{...t,outDir:H(a,`alone`)}))}return m}async function fu(e,t,n){try{let{exitCode:r,signal:i,stderr:a,stdout:o,durationMs:s}=await n.work(e,t),c=i===null?``:`\ngo build was ended by ${i}\n`;return{exitCode:r,output:a+o+c,durationMs:s}}catch(e){if(e instanceof i)throw e;return{exitCode:null,output:`go build did not run: ${o(e).message}\n`,durationMs:0}}}function pu([{cell:e},...t]){let{platform:n,strategy:r,package:i}=e;return`${i}${t.length===0?``:` and ${t.length} more`}, ${n.name}, ${r.name}`}function mu(e){return[`go`,`build`,...O(e.flags),e.package]}var hu=class{#e;#t;#n=/* @__PURE__ */ new Map;constructor(e,t){this.#e=e,this.#t=t}async cgoUsers(e){let t=[...L(e.graph,e.package)].filter(t=>t!==`runtime/cgo`&&(e.graph.get(t)?.cgoFiles.length??0)>0);return Promise.all(t.map(async t=>{let n=nt(e.graph,e.package,t)??[e.package,t];return{package:t,chain:n,...await this.#r(e.graph,n)}}))}#r(e,t){let n=t.findLastIndex(t=>e.get(t)?.own===!0),r=e.get(t[n]??``);if(r===void 0)return Promise.resolve({file:null,line:null});let i=t[n+1]??`C`,a=`${r.dir}\n${i}`,o=this.#n.get(a)??this.#i(r,i);return this.#n.set(a,o),o}async#i(e,t){for(let n of[...e.goFiles,...e.cgoFiles].toSorted()){let r=H(e.dir,n),i=uo(await this.#e.readText(r)??``).find(e=>e.path===t);if(i!==void 0)return{file:W(this.#t,r).replaceAll(`\\`,`/`),line:i.line}}return{file:null,line:null}}};async function gu(e,t,{files:n,goflags:r}){let i=vu(e),{cgoEnv:a}=e,o=e.strategy.needs===`musl`||a.CC.includes(`musl`),s=[...L(e.cgoGraph,e.package)].flatMap(t=>e.cgoGraph.get(t)??[]),c=Te(e.flags,r,e).findLast(({name:e})=>e===`-extldflags`);return{lostCgo:i.map(({importPath:e})=>e),declaredIn:await yu(t,i,n),cgoEnv:a,compilerFlags:s.flatMap(({cgoCompilerFlags:e,cgoCppflags:t})=>[...e,...t]),extldflags:_u(c?.value??``),isMusl:o,goarch:e.platform.goarch,chainTo:t=>nt(e.graph,e.package,t)??[t],muslTagged:o?await Su(s,n):[]}}function _u(e){try{return k(e)}catch{return[]}}function vu({graph:e,cgoGraph:t}){return[...e.values()].filter(({cgoFiles:e})=>e.length===0).flatMap(({importPath:e})=>t.get(e)??[]).filter(({cgoFiles:e})=>e.length>0)}async function yu(e,t,n){let r=[...new Set([...e.matchAll(/: undefined: ([\w.]+)/g)].map(e=>e[1]??``))],i=/* @__PURE__ */ new Map;for(let e of r.slice(0,20)){let[r=``,a]=e.split(`.`),o=a===void 0?t:t.filter(e=>bu(e,r));for(let{dir:t,cgoFiles:s,importPath:c}of o)for(let o of s){let s=await n.readText(H(t,o))??``;!i.has(e)&&xu(s,a??r)&&i.set(e,`${c}/${o}`)}}return i}function bu({name:e,importPath:t},n){return e===n||on(t)===n}function xu(e,t){let n=new RegExp(String.raw`^(?:func|type|var|const)\s+${t}\b`,`m`),r=new RegExp(String.raw`^\s+${t}\b(?:\s*=|\s*,|\s+[\w.*[\]]+\s*=|\s*$)`,`m`);return n.test(e)||/^(?:var|const|type)\s*\(/m.test(e)&&r.test(e)}async function Su(e,t){let n=[];for(let{standard:r,cgoFiles:i,ignoredGoFiles:a,dir:o,importPath:s}of e)if(!(r||i.length===0))for(let e of a){let r=(await t.readText(H(o,e))??``).slice(0,4096);/^\/\/(?:go:build|\s*\+build) (?:.*[^\w!])?musl\b/m.test(r)&&!n.includes(s)&&n.push(s)}return n}const Cu=[`GLIBC`,`GLIBCXX`,`CXXABI`,`GCC`];function wu(e){let t=Cu.find(t=>e.startsWith(`${t}_`));if(t===void 0)return;let n=e.slice(t.length+1);return{set:t,version:n,isNumber:/^\d{1,9}(?:\.\d{1,9}){0,3}$/.test(n)}}const Tu={kind:`yes`},Eu={"libstdc++.so.6":[`GLIBCXX`,`CXXABI`],"libgcc_s.so.1":[`GCC`]};function Du({library:e,name:t},n,r){if(t===`GLIBC_PRIVATE`)return{kind:`unknown`,why:`no release of glibc promises GLIBC_PRIVATE symbols`};let i=n.libraries.find(t=>t.name===e),a=wu(t),o=n.glibc.includes(e)||e===Ou(r)?a?.set===`GLIBC`:Eu[e]?.some(e=>e===a?.set)===!0;return a!==void 0&&o?a.isNumber?ku(a,n,r):ju(t,n,r):i?.versions?.length===0?Tu:i?.versions==null?{kind:`unknown`,why:`which versions its ${e} has is not recorded`}:i.versions.includes(t)?Tu:{kind:`no`,has:`it has other versions`}}function Ou({loader:e}){return e?.split(`/`).at(-1)??null}function ku({set:e,version:t},n,r){let i=r.versions[e];return i===null?{kind:`unknown`,why:`its ${e} versions are not recorded`}:M(t,i)?n.kind===`rolling`?{kind:`unknown`,why:`it had ${i} when it was recorded, and moves on`}:{kind:`no`,has:`has ${i}`}:e===`GLIBC`?M(r.oldest,t)?{kind:`no`,has:`has none older than ${r.oldest??``}`}:M(t,n.version)?{kind:`unknown`,why:`its glibc ${n.version??``} has taken over a part of ${t}`}:Tu:Tu}const Au={CXXABI_TM_1:`1.3.6`,CXXABI_FLOAT128:`1.3.9`};function ju(e,t,{versions:n,names:r}){let i=n.CXXABI,a=Au[e];return a!==void 0&&i!==null&&!M(a,i)||r.includes(e)?Tu:n.GLIBCXX!==null&&e.startsWith(`GLIBC_ABI_`)&&!r.includes(`${e}?`)&&t.kind!==`rolling`?{kind:`no`,has:`its glibc ${n.GLIBC??``} does not have it`}:{kind:`unknown`,why:`whether it has that is not recorded`}}function Mu({versions:e},t){let n=e.filter(({weak:e})=>!e).flatMap(e=>{let t=wu(e.name);return t===void 0||e.name===`GLIBC_PRIVATE`?[]:[{need:e,...t}]}),r=n.filter(({isNumber:e})=>e),i=r.filter(({set:e,version:t,need:n})=>r.every(r=>r.set!==e||r.need.library!==n.library||!M(r.version,t))),a=n.filter(({isNumber:e})=>!e),o=e=>Cu.indexOf(e);return[...i.toSorted((e,t)=>o(e.set)-o(t.set)||Number(M(t.version,e.version))-Number(M(e.version,t.version))),...a.toSorted((e,t)=>o(e.set)-o(t.set))].map(({need:e,set:n,version:r})=>({set:n,version:r,library:e.library,symbols:e.symbols,package:Pu(e,t)}))}const Nu=[[`net`,/^(?:getaddrinfo|freeaddrinfo|getnameinfo|gai_strerror|__?res_\w+|res_\w+)$/],[`os/user`,/^(?:getpw(?:nam|uid)_r|getgr(?:nam|gid)_r|getgrouplist|sysconf|endgrent|getgrent|setgrent)$/]];function Pu({symbols:e,library:t},{users:n,calls:r,go:i}){let a=j([...n.map(e=>e.package),...(r??[]).map(e=>e.package)]),[o]=e.flatMap(e=>{let t=r?.find(({functions:t})=>t.includes(e))?.package,n=Nu.find(([t,n])=>a.includes(t)&&n.test(e))?.[0];return t??n??[]});if(o!==void 0)return o;let s=a.filter(e=>e!==`runtime/cgo`),c=t.startsWith(`libstdc++`)?s.filter(e=>!Fu(e)):s;if(c.length===1)return c[0]===`main`?i?.path??null:c[0]??null;let[l,...u]=n.filter(({package:e,file:t})=>c.includes(e)&&t!==null).toSorted((e,t)=>e.chain.length-t.chain.length);return l!==void 0&&u.every(({chain:e})=>e.length>l.chain.length)?l.package:null}function Fu(e){return!(e.split(`/`)[0]??``).includes(`.`)&&e!==`main`}const Iu={amd64:{variable:`GOAMD64`,least:`v1`},arm64:{variable:`GOARM64`,least:`v8.0`},ppc64le:{variable:`GOPPC64`,least:`power8`},riscv64:{variable:`GORISCV64`,least:`rva20u64`}},Lu={"x86-64":`v1`,"x86-64-v2":`v2`,"x86-64-v3":`v3`,"x86-64-v4":`v4`,k8:`v1`,core2:`v2`,nehalem:`v2`,westmere:`v2`,sandybridge:`v3`,ivybridge:`v3`,haswell:`v3`,broadwell:`v3`,skylake:`v3`,znver1:`v3`,znver2:`v3`,znver3:`v3`,"skylake-avx512":`v4`,"icelake-server":`v4`,znver4:`v4`},Ru={386:/^(?:i[3-6]86|pentium(?:pro|[234])?)$/,arm:/^armv(?:[456]\w*|7|7-a)$/,arm64:/^armv8-a$/,riscv64:/^rv64(?:gc|imafdc)$/},zu=[[/^-mavx512/,`v4`],[/^-m(?:avx2?|fma|bmi2?|f16c|lzcnt|movbe|xsave)$/,`v3`],[/^-m(?:sse3|ssse3|sse4|sse4\.[12]|popcnt|cx16|sahf)$/,`v2`]];function Bu(e,t,n){let r=Iu[e],i=(r===void 0?void 0:t[r.variable])??``;return[...r!==void 0&&i!==``&&i!==r.least?[{level:e===`amd64`?i:null,because:`${r.variable}=${i}`}]:[],...n.flatMap(t=>Vu(e,t))]}function Vu(e,t){let n=/^-march=(.*)$/.exec(t)?.[1];if(e!==`amd64`)return n===void 0||Ru[e]?.test(n)===!0?[]:[{level:null,because:t}];let r=n===void 0?zu.find(([e])=>e.test(t))?.[1]:Lu[n]??null;return r===void 0||r===`v1`?[]:[{level:r,because:t}]}function Hu({level:e},t){return e!==null&&t!==null&&e<=t}function Uu(e){let{platform:t,linkage:n,inspection:r,machineFlags:i,broken:a,builder:o=null}=e,[s,c=``,l=null]=t.split(`/`);if(s!==`linux`||n===null)return null;let u=r?.go??null,d=[.../* @__PURE__ */ new Set([...u?.machineFlags??[],...i])];return{processor:c,variant:l,linkage:n,needs:r?.needs??null,processorNeeds:Bu(c,u?.settings??{},d),kernel:u===null?null:Wu(u.goVersion,c),broken:a,builder:o}}function Wu(e,t){let n=Number(/go1\.(\d+)/.exec(e)?.[1]);if(Number.isNaN(n))return null;let r=`Go 1.${n}`;return t===`loong64`?{version:`5.19`,because:r}:t===`ppc64`&&n>=27?{version:`3.13`,because:r}:{version:n>=24?`3.2`:`2.6.32`,because:r}}var Gu=`before	since	symbols
-	2.18	__cxa_thread_atexit_impl __issignaling __issignalingf __issignalingl
-	2.23	__signgam fts64_children fts64_close fts64_open fts64_read fts64_set
-	2.24	nextdown nextdownf nextdownl nextup nextupf nextupl
-	2.25	__explicit_bzero_chk __iscanonicall __iseqsig __iseqsigf __iseqsigl canonicalize canonicalizef canonicalizel explicit_bzero fegetmode fesetexcept fesetmode fetestexceptflag fmaxmag fmaxmagf fmaxmagl fminmag fminmagf fminmagl fromfp fromfpf fromfpl fromfpx fromfpxf fromfpxl getentropy getpayload getpayloadf getpayloadl getrandom llogb llogbf llogbl roundeven roundevenf roundevenl setpayload setpayloadf setpayloadl setpayloadsig setpayloadsigf setpayloadsigl strfromd strfromf strfroml totalorder totalorderf totalorderl totalordermag totalordermagf totalordermagl ufromfp ufromfpf ufromfpl ufromfpx ufromfpxf ufromfpxl
-	2.26	__acosf128_finite __acoshf128_finite __asinf128_finite __atan2f128_finite __atanhf128_finite __coshf128_finite __exp10f128_finite __exp2f128_finite __expf128_finite __finitef128 __fmodf128_finite __fpclassifyf128 __gammaf128_r_finite __hypotf128_finite __iseqsigf128 __isinff128 __isnanf128 __issignalingf128 __j0f128_finite __j1f128_finite __jnf128_finite __lgammaf128_r_finite __log10f128_finite __log2f128_finite __logf128_finite __powf128_finite __remainderf128_finite __signbitf128 __sinhf128_finite __sqrtf128_finite __strtof128_internal __wcstof128_internal __y0f128_finite __y1f128_finite __ynf128_finite acosf128 acoshf128 asinf128 asinhf128 atan2f128 atanf128 atanhf128 cabsf128 cacosf128 cacoshf128 canonicalizef128 cargf128 casinf128 casinhf128 catanf128 catanhf128 cbrtf128 ccosf128 ccoshf128 ceilf128 cexpf128 cimagf128 clog10f128 clogf128 conjf128 copysignf128 cosf128 coshf128 cpowf128 cprojf128 crealf128 csinf128 csinhf128 csqrtf128 ctanf128 ctanhf128 erfcf128 erff128 exp10f128 exp2f128 expf128 expm1f128 fabsf128 fdimf128 floorf128 fmaf128 fmaxf128 fmaxmagf128 fminf128 fminmagf128 fmodf128 frexpf128 fromfpf128 fromfpxf128 getpayloadf128 hypotf128 ilogbf128 j0f128 j1f128 jnf128 ldexpf128 lgammaf128 lgammaf128_r llogbf128 llrintf128 llroundf128 log10f128 log1pf128 log2f128 logbf128 logf128 lrintf128 lroundf128 modff128 nanf128 nearbyintf128 nextafterf128 nextdownf128 nextupf128 powf128 preadv2 preadv64v2 pwritev2 pwritev64v2 reallocarray remainderf128 remquof128 rintf128 roundevenf128 roundf128 scalblnf128 scalbnf128 setpayloadf128 setpayloadsigf128 sincosf128 sinf128 sinhf128 sqrtf128 strfromf128 strtof128 strtof128_l tanf128 tanhf128 tgammaf128 totalorderf128 totalordermagf128 truncf128 ufromfpf128 ufromfpxf128 wcstof128 wcstof128_l y0f128 y1f128 ynf128
-	2.27	acosf32 acosf32x acosf64 acosf64x acoshf32 acoshf32x acoshf64 acoshf64x asinf32 asinf32x asinf64 asinf64x asinhf32 asinhf32x asinhf64 asinhf64x atan2f32 atan2f32x atan2f64 atan2f64x atanf32 atanf32x atanf64 atanf64x atanhf32 atanhf32x atanhf64 atanhf64x cabsf32 cabsf32x cabsf64 cabsf64x cacosf32 cacosf32x cacosf64 cacosf64x cacoshf32 cacoshf32x cacoshf64 cacoshf64x canonicalizef32 canonicalizef32x canonicalizef64 canonicalizef64x cargf32 cargf32x cargf64 cargf64x casinf32 casinf32x casinf64 casinf64x casinhf32 casinhf32x casinhf64 casinhf64x catanf32 catanf32x catanf64 catanf64x catanhf32 catanhf32x catanhf64 catanhf64x cbrtf32 cbrtf32x cbrtf64 cbrtf64x ccosf32 ccosf32x ccosf64 ccosf64x ccoshf32 ccoshf32x ccoshf64 ccoshf64x ceilf32 ceilf32x ceilf64 ceilf64x cexpf32 cexpf32x cexpf64 cexpf64x cimagf32 cimagf32x cimagf64 cimagf64x clog10f32 clog10f32x clog10f64 clog10f64x clogf32 clogf32x clogf64 clogf64x conjf32 conjf32x conjf64 conjf64x copy_file_range copysignf32 copysignf32x copysignf64 copysignf64x cosf32 cosf32x cosf64 cosf64x coshf32 coshf32x coshf64 coshf64x cpowf32 cpowf32x cpowf64 cpowf64x cprojf32 cprojf32x cprojf64 cprojf64x crealf32 crealf32x crealf64 crealf64x csinf32 csinf32x csinf64 csinf64x csinhf32 csinhf32x csinhf64 csinhf64x csqrtf32 csqrtf32x csqrtf64 csqrtf64x ctanf32 ctanf32x ctanf64 ctanf64x ctanhf32 ctanhf32x ctanhf64 ctanhf64x erfcf32 erfcf32x erfcf64 erfcf64x erff32 erff32x erff64 erff64x exp10f32 exp10f32x exp10f64 exp10f64x exp2f32 exp2f32x exp2f64 exp2f64x expf32 expf32x expf64 expf64x expm1f32 expm1f32x expm1f64 expm1f64x fabsf32 fabsf32x fabsf64 fabsf64x fdimf32 fdimf32x fdimf64 fdimf64x floorf32 floorf32x floorf64 floorf64x fmaf32 fmaf32x fmaf64 fmaf64x fmaxf32 fmaxf32x fmaxf64 fmaxf64x fmaxmagf32 fmaxmagf32x fmaxmagf64 fmaxmagf64x fminf32 fminf32x fminf64 fminf64x fminmagf32 fminmagf32x fminmagf64 fminmagf64x fmodf32 fmodf32x fmodf64 fmodf64x frexpf32 frexpf32x frexpf64 frexpf64x fromfpf32 fromfpf32x fromfpf64 fromfpf64x fromfpxf32 fromfpxf32x fromfpxf64 fromfpxf64x getpayloadf32 getpayloadf32x getpayloadf64 getpayloadf64x hypotf32 hypotf32x hypotf64 hypotf64x ilogbf32 ilogbf32x ilogbf64 ilogbf64x j0f32 j0f32x j0f64 j0f64x j1f32 j1f32x j1f64 j1f64x jnf32 jnf32x jnf64 jnf64x ldexpf32 ldexpf32x ldexpf64 ldexpf64x lgammaf32 lgammaf32_r lgammaf32x lgammaf32x_r lgammaf64 lgammaf64_r lgammaf64x lgammaf64x_r llogbf32 llogbf32x llogbf64 llogbf64x llrintf32 llrintf32x llrintf64 llrintf64x llroundf32 llroundf32x llroundf64 llroundf64x log10f32 log10f32x log10f64 log10f64x log1pf32 log1pf32x log1pf64 log1pf64x log2f32 log2f32x log2f64 log2f64x logbf32 logbf32x logbf64 logbf64x logf32 logf32x logf64 logf64x lrintf32 lrintf32x lrintf64 lrintf64x lroundf32 lroundf32x lroundf64 lroundf64x memfd_create mlock2 modff32 modff32x modff64 modff64x nanf32 nanf32x nanf64 nanf64x nearbyintf32 nearbyintf32x nearbyintf64 nearbyintf64x nextafterf32 nextafterf32x nextafterf64 nextafterf64x nextdownf32 nextdownf32x nextdownf64 nextdownf64x nextupf32 nextupf32x nextupf64 nextupf64x pkey_alloc pkey_free pkey_get pkey_mprotect pkey_set powf32 powf32x powf64 powf64x remainderf32 remainderf32x remainderf64 remainderf64x remquof32 remquof32x remquof64 remquof64x rintf32 rintf32x rintf64 rintf64x roundevenf32 roundevenf32x roundevenf64 roundevenf64x roundf32 roundf32x roundf64 roundf64x scalblnf32 scalblnf32x scalblnf64 scalblnf64x scalbnf32 scalbnf32x scalbnf64 scalbnf64x setpayloadf32 setpayloadf32x setpayloadf64 setpayloadf64x setpayloadsigf32 setpayloadsigf32x setpayloadsigf64 setpayloadsigf64x sincosf32 sincosf32x sincosf64 sincosf64x sinf32 sinf32x sinf64 sinf64x sinhf32 sinhf32x sinhf64 sinhf64x sqrtf32 sqrtf32x sqrtf64 sqrtf64x strfromf32 strfromf32x strfromf64 strfromf64x strtof32 strtof32_l strtof32x strtof32x_l strtof64 strtof64_l strtof64x strtof64x_l tanf32 tanf32x tanf64 tanf64x tanhf32 tanhf32x tanhf64 tanhf64x tgammaf32 tgammaf32x tgammaf64 tgammaf64x totalorderf32 totalorderf32x totalorderf64 totalorderf64x totalordermagf32 totalordermagf32x totalordermagf64 totalordermagf64x truncf32 truncf32x truncf64 truncf64x ufromfpf32 ufromfpf32x ufromfpf64 ufromfpf64x ufromfpxf32 ufromfpxf32x ufromfpxf64 ufromfpxf64x wcstof32 wcstof32_l wcstof32x wcstof32x_l wcstof64 wcstof64_l wcstof64x wcstof64x_l y0f32 y0f32x y0f64 y0f64x y1f32 y1f32x y1f64 y1f64x ynf32 ynf32x ynf64 ynf64x
-	2.28	daddl ddivl dmull dsubl f32addf128 f32addf32x f32addf64 f32addf64x f32divf128 f32divf32x f32divf64 f32divf64x f32mulf128 f32mulf32x f32mulf64 f32mulf64x f32subf128 f32subf32x f32subf64 f32subf64x f32xaddf128 f32xaddf64 f32xaddf64x f32xdivf128 f32xdivf64 f32xdivf64x f32xmulf128 f32xmulf64 f32xmulf64x f32xsubf128 f32xsubf64 f32xsubf64x f64addf128 f64addf64x f64divf128 f64divf64x f64mulf128 f64mulf64x f64subf128 f64subf64x f64xaddf128 f64xdivf128 f64xmulf128 f64xsubf128 fadd faddl fcntl64 fdiv fdivl fmul fmull fsub fsubl renameat2 statx thrd_current thrd_equal thrd_sleep thrd_yield
-	2.29	getcpu posix_spawn_file_actions_addchdir_np posix_spawn_file_actions_addfchdir_np
-	2.30	getdents64 gettid tgkill twalk_r
-	2.32	__libc_single_threaded pthread_attr_getsigmask_np pthread_attr_setsigmask_np sigabbrev_np sigdescr_np strerrordesc_np strerrorname_np
-	2.33	__x86_get_cpuid_feature_leaf fstat fstat64 fstatat fstatat64 lstat lstat64 mallinfo2 mknod mknodat stat stat64
-	2.34	_Fork close_range closefrom dn_comp dn_expand dn_skipname execveat posix_spawn_file_actions_addclosefrom_np res_dnok res_hnok res_mailok res_mkquery res_nmkquery res_nquery res_nquerydomain res_nsearch res_nsend res_ownok res_query res_querydomain res_search res_send timespec_getres
-	2.35	__memcmpeq _dl_find_object dfmal dsqrtl epoll_pwait2 f32fmaf128 f32fmaf32x f32fmaf64 f32fmaf64x f32sqrtf128 f32sqrtf32x f32sqrtf64 f32sqrtf64x f32xfmaf128 f32xfmaf64 f32xfmaf64x f32xsqrtf128 f32xsqrtf64 f32xsqrtf64x f64fmaf128 f64fmaf64x f64sqrtf128 f64sqrtf64x f64xfmaf128 f64xsqrtf128 ffma ffmal fmaximum fmaximum_mag fmaximum_mag_num fmaximum_mag_numf fmaximum_mag_numf128 fmaximum_mag_numf32 fmaximum_mag_numf32x fmaximum_mag_numf64 fmaximum_mag_numf64x fmaximum_mag_numl fmaximum_magf fmaximum_magf128 fmaximum_magf32 fmaximum_magf32x fmaximum_magf64 fmaximum_magf64x fmaximum_magl fmaximum_num fmaximum_numf fmaximum_numf128 fmaximum_numf32 fmaximum_numf32x fmaximum_numf64 fmaximum_numf64x fmaximum_numl fmaximumf fmaximumf128 fmaximumf32 fmaximumf32x fmaximumf64 fmaximumf64x fmaximuml fminimum fminimum_mag fminimum_mag_num fminimum_mag_numf fminimum_mag_numf128 fminimum_mag_numf32 fminimum_mag_numf32x fminimum_mag_numf64 fminimum_mag_numf64x fminimum_mag_numl fminimum_magf fminimum_magf128 fminimum_magf32 fminimum_magf32x fminimum_magf64 fminimum_magf64x fminimum_magl fminimum_num fminimum_numf fminimum_numf128 fminimum_numf32 fminimum_numf32x fminimum_numf64 fminimum_numf64x fminimum_numl fminimumf fminimumf128 fminimumf32 fminimumf32x fminimumf64 fminimumf64x fminimuml fsqrt fsqrtl posix_spawn_file_actions_addtcsetpgrp_np
-	2.36	arc4random arc4random_buf arc4random_uniform c8rtomb fsconfig fsmount fsopen fspick mbrtoc8 mount_setattr move_mount open_tree pidfd_getfd pidfd_open pidfd_send_signal process_madvise process_mrelease
-	2.38	__isoc23_fscanf __isoc23_fwscanf __isoc23_scanf __isoc23_sscanf __isoc23_strtoimax __isoc23_strtol __isoc23_strtol_l __isoc23_strtoll __isoc23_strtoll_l __isoc23_strtoul __isoc23_strtoul_l __isoc23_strtoull __isoc23_strtoull_l __isoc23_strtoumax __isoc23_swscanf __isoc23_vfscanf __isoc23_vfwscanf __isoc23_vscanf __isoc23_vsscanf __isoc23_vswscanf __isoc23_vwscanf __isoc23_wcstoimax __isoc23_wcstol __isoc23_wcstol_l __isoc23_wcstoll __isoc23_wcstoll_l __isoc23_wcstoul __isoc23_wcstoul_l __isoc23_wcstoull __isoc23_wcstoull_l __isoc23_wcstoumax __isoc23_wscanf __strlcat_chk __strlcpy_chk __wcslcat_chk __wcslcpy_chk strlcat strlcpy wcslcat wcslcpy
-	2.39	pidfd_getpid pidfd_spawn pidfd_spawnp posix_spawnattr_getcgroup_np posix_spawnattr_setcgroup_np stdc_bit_ceil_uc stdc_bit_ceil_ui stdc_bit_ceil_ul stdc_bit_ceil_ull stdc_bit_ceil_us stdc_bit_floor_uc stdc_bit_floor_ui stdc_bit_floor_ul stdc_bit_floor_ull stdc_bit_floor_us stdc_bit_width_uc stdc_bit_width_ui stdc_bit_width_ul stdc_bit_width_ull stdc_bit_width_us stdc_count_ones_uc stdc_count_ones_ui stdc_count_ones_ul stdc_count_ones_ull stdc_count_ones_us stdc_count_zeros_uc stdc_count_zeros_ui stdc_count_zeros_ul stdc_count_zeros_ull stdc_count_zeros_us stdc_first_leading_one_uc stdc_first_leading_one_ui stdc_first_leading_one_ul stdc_first_leading_one_ull stdc_first_leading_one_us stdc_first_leading_zero_uc stdc_first_leading_zero_ui stdc_first_leading_zero_ul stdc_first_leading_zero_ull stdc_first_leading_zero_us stdc_first_trailing_one_uc stdc_first_trailing_one_ui stdc_first_trailing_one_ul stdc_first_trailing_one_ull stdc_first_trailing_one_us stdc_first_trailing_zero_uc stdc_first_trailing_zero_ui stdc_first_trailing_zero_ul stdc_first_trailing_zero_ull stdc_first_trailing_zero_us stdc_has_single_bit_uc stdc_has_single_bit_ui stdc_has_single_bit_ul stdc_has_single_bit_ull stdc_has_single_bit_us stdc_leading_ones_uc stdc_leading_ones_ui stdc_leading_ones_ul stdc_leading_ones_ull stdc_leading_ones_us stdc_leading_zeros_uc stdc_leading_zeros_ui stdc_leading_zeros_ul stdc_leading_zeros_ull stdc_leading_zeros_us stdc_trailing_ones_uc stdc_trailing_ones_ui stdc_trailing_ones_ul stdc_trailing_ones_ull stdc_trailing_ones_us stdc_trailing_zeros_uc stdc_trailing_zeros_ui stdc_trailing_zeros_ul stdc_trailing_zeros_ull stdc_trailing_zeros_us
-	2.40	exp10m1 exp10m1f exp10m1f128 exp10m1f32 exp10m1f32x exp10m1f64 exp10m1f64x exp10m1l exp2m1 exp2m1f exp2m1f128 exp2m1f32 exp2m1f32x exp2m1f64 exp2m1f64x exp2m1l log10p1 log10p1f log10p1f128 log10p1f32 log10p1f32x log10p1f64 log10p1f64x log10p1l log2p1 log2p1f log2p1f128 log2p1f32 log2p1f32x log2p1f64 log2p1f64x log2p1l logp1 logp1f logp1f128 logp1f32 logp1f32x logp1f64 logp1f64x logp1l
-	2.41	acospi acospif acospif128 acospif32 acospif32x acospif64 acospif64x acospil asinpi asinpif asinpif128 asinpif32 asinpif32x asinpif64 asinpif64x asinpil atan2pi atan2pif atan2pif128 atan2pif32 atan2pif32x atan2pif64 atan2pif64x atan2pil atanpi atanpif atanpif128 atanpif32 atanpif32x atanpif64 atanpif64x atanpil cospi cospif cospif128 cospif32 cospif32x cospif64 cospif64x cospil sched_getattr sched_setattr sinpi sinpif sinpif128 sinpif32 sinpif32x sinpif64 sinpif64x sinpil tanpi tanpif tanpif128 tanpif32 tanpif32x tanpif64 tanpif64x tanpil
libanl.so.1	-	gai_cancel gai_error gai_suspend getaddrinfo_a
libdl.so.2	-	dladdr dladdr1 dlclose dlerror dlinfo dlmopen dlopen dlsym dlvsym
libpthread.so.0	-	__pthread_cleanup_routine __pthread_getspecific __pthread_key_create __pthread_mutex_destroy __pthread_mutex_init __pthread_mutex_lock __pthread_mutex_trylock __pthread_mutex_unlock __pthread_mutexattr_destroy __pthread_mutexattr_init __pthread_mutexattr_settype __pthread_once __pthread_register_cancel __pthread_register_cancel_defer __pthread_rwlock_destroy __pthread_rwlock_init __pthread_rwlock_rdlock __pthread_rwlock_tryrdlock __pthread_rwlock_trywrlock __pthread_rwlock_unlock __pthread_rwlock_wrlock __pthread_setspecific __pthread_unregister_cancel __pthread_unregister_cancel_restore __pthread_unwind_next _pthread_cleanup_pop _pthread_cleanup_pop_restore _pthread_cleanup_push _pthread_cleanup_push_defer pthread_atfork pthread_attr_getaffinity_np pthread_attr_getguardsize pthread_attr_getstack pthread_attr_getstackaddr pthread_attr_getstacksize pthread_attr_setaffinity_np pthread_attr_setguardsize pthread_attr_setstack pthread_attr_setstackaddr pthread_attr_setstacksize pthread_barrier_destroy pthread_barrier_init pthread_barrier_wait pthread_barrierattr_destroy pthread_barrierattr_getpshared pthread_barrierattr_init pthread_barrierattr_setpshared pthread_cancel pthread_condattr_getclock pthread_condattr_getpshared pthread_condattr_setclock pthread_condattr_setpshared pthread_create pthread_detach pthread_getaffinity_np pthread_getattr_np pthread_getconcurrency pthread_getcpuclockid pthread_getname_np pthread_getspecific pthread_join pthread_key_create pthread_key_delete pthread_kill pthread_kill_other_threads_np pthread_mutex_consistent pthread_mutex_consistent_np pthread_mutex_getprioceiling pthread_mutex_setprioceiling pthread_mutex_timedlock pthread_mutex_trylock pthread_mutexattr_destroy pthread_mutexattr_getkind_np pthread_mutexattr_getprioceiling pthread_mutexattr_getprotocol pthread_mutexattr_getpshared pthread_mutexattr_getrobust pthread_mutexattr_getrobust_np pthread_mutexattr_gettype pthread_mutexattr_init pthread_mutexattr_setkind_np pthread_mutexattr_setprioceiling pthread_mutexattr_setprotocol pthread_mutexattr_setpshared pthread_mutexattr_setrobust pthread_mutexattr_setrobust_np pthread_mutexattr_settype pthread_once pthread_rwlock_destroy pthread_rwlock_init pthread_rwlock_rdlock pthread_rwlock_timedrdlock pthread_rwlock_timedwrlock pthread_rwlock_tryrdlock pthread_rwlock_trywrlock pthread_rwlock_unlock pthread_rwlock_wrlock pthread_rwlockattr_destroy pthread_rwlockattr_getkind_np pthread_rwlockattr_getpshared pthread_rwlockattr_init pthread_rwlockattr_setkind_np pthread_rwlockattr_setpshared pthread_setaffinity_np pthread_setconcurrency pthread_setname_np pthread_setschedprio pthread_setspecific pthread_sigmask pthread_sigqueue pthread_spin_destroy pthread_spin_init pthread_spin_lock pthread_spin_trylock pthread_spin_unlock pthread_testcancel pthread_timedjoin_np pthread_tryjoin_np pthread_yield sem_close sem_destroy sem_getvalue sem_init sem_open sem_post sem_timedwait sem_trywait sem_unlink sem_wait
libpthread.so.0	2.18	pthread_getattr_default_np pthread_setattr_default_np
libpthread.so.0	2.28	call_once cnd_broadcast cnd_destroy cnd_init cnd_signal cnd_timedwait cnd_wait mtx_destroy mtx_init mtx_lock mtx_timedlock mtx_trylock mtx_unlock thrd_create thrd_detach thrd_exit thrd_join tss_create tss_delete tss_get tss_set
libpthread.so.0	2.30	pthread_cond_clockwait pthread_mutex_clocklock pthread_rwlock_clockrdlock pthread_rwlock_clockwrlock sem_clockwait
libpthread.so.0	2.31	pthread_clockjoin_np
libresolv.so.2	-	__dn_comp __dn_expand __dn_skipname __res_dnok __res_hnok __res_mailok __res_mkquery __res_nmkquery __res_nquery __res_nquerydomain __res_nsearch __res_nsend __res_ownok __res_query __res_querydomain __res_search __res_send ns_name_compress ns_name_ntop ns_name_pack ns_name_pton ns_name_skip ns_name_uncompress ns_name_unpack
librt.so.1	-	__mq_open_2 aio_cancel aio_cancel64 aio_error aio_error64 aio_fsync aio_fsync64 aio_init aio_read aio_read64 aio_return aio_return64 aio_suspend aio_suspend64 aio_write aio_write64 lio_listio lio_listio64 mq_close mq_getattr mq_notify mq_open mq_receive mq_send mq_setattr mq_timedreceive mq_timedsend mq_unlink shm_open shm_unlink timer_create timer_delete timer_getoverrun timer_gettime timer_settime
libutil.so.1	-	forkpty login login_tty logout logwtmp openpty
`;let Ku;function qu(e){return Ku??=new Map(Le(Gu).flatMap(e=>{let t={before:e(`before`),since:e(`since`)};return(e(`symbols`)??``).split(` `).map(e=>[e,t])})),Ku.get(e)}function Ju(e,{builder:t,processor:n}){let r=t===null?null:Fe(t.system),i=r?.processors.find(e=>e.processor===n);if(r===null||i===void 0)return{own:e,ofHere:[]};let a=e=>Du(e,r,i).kind===`no`;return{own:e.filter(e=>!a(e)),ofHere:e.filter(a)}}function Yu(e,t,{versions:{GLIBC:n}}){if(e===null||!M(e.glibc,n))return null;let{image:r,glibc:i,here:a}=e,[o]=t;return o===void 0&&(a===null||!M(i,a))?null:`is built in ${r} with glibc ${i}, and ${o===void 0?`was linked here with glibc ${a??``}`:`needs ${o.name} only when linked here`}`}const Xu={"does-not-start":3,unknown:2,"needs-package":1,runs:0};function Zu(e,t){let n=t.processors.find(t=>t.processor===e.processor);if(n===void 0)return;let{outcome:r,reason:i,packages:a=[],fix:o=null,setting:s=null}=$u(e,t,n);return{system:t.id,outcome:r,reason:i,packages:a,source:Qu(t),fix:o,setting:s}}function Qu({source:e}){return(e.split(`; `)[0]??e).replace(/^libc: /,``)}function $u(e,t,n){let{linkage:r,broken:i}=e;return i===null?r.kind===`packed`||r.kind===`unreadable`?{outcome:`unknown`,reason:r.reason??`it cannot be judged`}:[...r.kind===`static`||r.kind===`static-pie`?[ed(e)]:td(e,t,n),...pd(e,t,n)].reduce((e,t)=>Xu[t.outcome]>Xu[e.outcome]?t:e):{outcome:`does-not-start`,reason:i}}function ed({linkage:e,kernel:t}){if(e.hazards.includes(`relocation`))return{outcome:`unknown`,reason:`is a static PIE, and no code was found that relocates it`};let n=e.hazards.includes(`nss`)?`, and loads NSS libraries of its host when it looks up hosts or users`:e.hazards.includes(`dlopen`)?`, and loads libraries of its host at run time`:``,r=t===null?`only a Linux kernel`:`only Linux ${t.version} or newer`;return{outcome:`runs`,reason:`is ${e.kind} and needs ${r}${n}`}}function td(e,t,n){let{linkage:r,needs:i}=e,a=nd(e,t,n);if(a!==null)return[a];let o=id(r.needed,t,n);if(t.libc===`musl`)return[...o,sd(e,t)];if(n.versions.GLIBC===null)return[{outcome:`unknown`,reason:`needs glibc, and the versions of this system are not recorded`}];if(i===null)return[{outcome:`unknown`,reason:`what it needs of its libraries could not be read`}];let{own:s,ofHere:c}=Ju(cd(i.versions),e),l=Yu(e.builder,c,n);return[...o,...s.flatMap(e=>ld(e,t,n)),...dd(e,t,n),...l===null?[]:[{outcome:`unknown`,reason:l}],{outcome:`runs`,reason:fd({...i,versions:s},n)}]}function nd({linkage:e},t,n){let{interpreter:r,kind:i}=e,{loader:a}=n;return r===null?e.reason===null?i===`library`?e.needed.length>0&&(a===null||t.libc!==(e.libc??t.libc))?{outcome:`does-not-start`,reason:`is a library for programs with ${e.libc??`a C library`}, which it does not have`}:null:{outcome:`unknown`,reason:`names libraries, and no loader that would load them`}:a===null?{outcome:`does-not-start`,reason:`${e.reason}, and has no loader there`}:{outcome:`unknown`,reason:`${e.reason}: which versions it needs is known when it is built`}:r===a?null:a!==null&&rd(r,Ou(n)??``)?{outcome:`unknown`,reason:`needs the loader ${r}, and whether ${a} is there as well is not recorded`}:{outcome:`does-not-start`,reason:`needs the loader ${r}, ${t.libc===`none`?`has no loader`:`has ${t.libc} and ${a??`no loader`}`}`}}function rd(e,t){return/^(?:\/usr)?\/lib(?:32|64|x32)?\/(?:[\w-]+-linux-\w+\/)?[^/]+$/.test(e)&&e.endsWith(`/${t}`)}function id(e,t,n){let r=e.filter(e=>!od(e,t,n));return r.length===0?[]:t.kind===`image`?[{outcome:`does-not-start`,reason:`needs ${x(r)}, which the image does not have`}]:[{outcome:`needs-package`,reason:`needs ${x(r)}, which a default install does not have`,packages:r}]}const ad=/^lib(?:c|pthread|rt|m|dl|util|xnet)\./;function od(e,t,n){return t.libc===`musl`&&ad.test(e)?!0:t.glibc.includes(e)||e===Ou(n)||e===`libmvec.so.1`&&n.processor===`amd64`&&M(t.version,`2.21`)&&t.glibc.includes(`libdl.so.2`)||t.libraries.some(({name:t})=>t===e)}function sd({needs:e},{version:t}){let n=e?.versions.find(({name:e})=>e.startsWith(`GLIBC_`));return n===void 0?{outcome:`runs`,reason:`needs musl, has ${t??`it`}; functions of a newer musl would be missing`}:{outcome:`unknown`,reason:`was linked against glibc (${n.name}) and names musl's loader`}}function cd(e){let t=({name:e})=>/_(\d[\d.]*)$/.exec(e)?.[1]??`0`;return e.toSorted((e,n)=>Number(M(t(n),t(e)))-Number(M(t(e),t(n))))}function ld(e,t,n){if(e.weak||!(od(e.library,t,n)||e.library in ud))return[];let r=Du(e,t,n);if(r.kind===`yes`)return[];let i=e.library===`libc.so.6`?``:` of ${e.library}`,a=e.symbols.length===0?``:` (${x(e.symbols)})`,o=`needs ${e.name}${i}${a}`;return r.kind===`no`?[{outcome:`does-not-start`,reason:`${o}, ${r.has}`}]:[{outcome:`unknown`,reason:`${o}: ${r.why}`}]}const ud={"libstdc++.so.6":!0,"libgcc_s.so.1":!0};function dd({linkage:e,needs:t},n,r){let i=e.needed.some(e=>!n.glibc.includes(e)&&!(e in ud)),a=r.versions.GLIBC;return(t?.unversioned??[]).flatMap(n=>{let r=qu(n);if(r===void 0)return i?[]:[{outcome:`unknown`,reason:`needs the symbol ${n} in no certain version: which library has it is not recorded`}];let o=M(r.since,a),s=r.before!==null&&M(`2.34`,a)&&!e.needed.includes(r.before);if(!o&&!s)return[];let c=o?`came with glibc ${r.since??``}, has ${a??`none`}`:`is in ${r.before??``} before glibc 2.34, which it does not load`;return t?.bindNow===!0?[{outcome:`does-not-start`,reason:`needs the symbol ${n}, which ${c}`}]:[{outcome:`unknown`,reason:`needs the symbol ${n} when it is first called, which ${c}`}]})}function fd({versions:e},{versions:t}){let n=e.flatMap(({name:e,weak:t})=>t?[]:/^GLIBC_(\d[\d.]*)$/.exec(e)?.[1]??[]).reduce((e,t)=>M(t,e)?t:e,null);return n===null?`needs the loader of glibc, which it has`:`needs GLIBC_${n}, has ${t.GLIBC??`it`}`}function pd(e,t,n){return[...md(e,n),...hd(e),...gd(e,t)]}function md(e,{level:t,processor:n}){let{variant:r,processorNeeds:i,needs:a}=e,o=[t,r].filter(e=>e!==null).toSorted().at(-1)??null,s=a?.isaLevel==null?[]:[{level:a.isaLevel,because:`as its ELF note says`}],c=[...i,...s].find(e=>!(n!==`amd64`&&e.because.endsWith(`=${r??``}`))&&!Hu(e,o));if(c===void 0)return[];let l=c.level===null?`a processor that the system does not promise`:`an x86-64-${c.level} processor`,u=o===null?``:`, the system promises x86-64${o===`v1`?``:`-${o}`}`,d=n===`amd64`?`build for all x86-64 processors (GOAMD64=v1, no -march), or name the newer ones in platforms (linux/amd64/v3)`:`build for all ${n} processors (without ${c.because})`,f=c.because.startsWith(`as `)?null:c.because;return[{outcome:`unknown`,reason:`needs ${l} (${c.because})${u}`,fix:d,setting:f}]}function hd({processor:e,needs:t}){let n=t?.pageSize??null;return e!==`arm64`||n===null||n>=65536?[]:[{outcome:`unknown`,reason:`its segments are aligned to ${n/1024} KiB, and kernels with larger pages cannot load it`,fix:`link with -Wl,-z,max-page-size=65536`}]}function gd({kernel:e},t){return e===null||t.kernel===null||!M(e.version,t.kernel)?[]:[{outcome:`unknown`,reason:`needs Linux ${e.version} (${e.because}), and the system also comes with ${t.kernel}`}]}function _d(e){return vd(Uu(e))}function vd(e){return e===null?[]:Me().systems.flatMap(t=>Zu(e,t)??[])}function yd({planned:e,artifact:t},{checked:n,findings:r}){let i=t?.inspection??null,{name:a}=e.platform;return Uu({platform:a,linkage:i?.linkage??Sd(n),inspection:i,machineFlags:Cd(e),broken:xd(r),builder:bd(e.release?.builder??null,i)})}function bd(e,t){if(e===null||t?.linkMode!==`internal`)return e;let{here:n,glibc:r}=e;return n!==null&&M(r,n)&&!M(`2.34`,n)?null:e}function xd(e){return e.find(({kind:e})=>e===`crash-at-start`||e===`refused`)?.message??null}function Sd(e){let t=e?.certainty===`certain`?e.linkage:null;if(t===`static`||t===`static-pie`)return{...Kt,kind:t};if(t===`dynamic`)return{...Kt,kind:t,reason:`is predicted to be dynamic`};let n=t===null||t===`fails`?`it was not built`:`it was not built, and is predicted to be ${t}`;return{...Kt,kind:`unreadable`,reason:n}}function Cd({cgoEnv:e,graph:t,package:n}){if(e.CGO_ENABLED===`0`)return[];let r=[...L(t,n)].flatMap(e=>{let n=t.get(e);return n===void 0||n.cgoFiles.length===0?[]:[n]});if(r.length===0)return[];let i=r.flatMap(e=>[...e.cgoCppflags,...e.cgoCompilerFlags]),a=[e.CGO_CPPFLAGS,e.CGO_CFLAGS,e.CGO_CXXFLAGS,e.CGO_FFLAGS];return[...new Set([...a,...i].flatMap(Wt))]}const wd={386:`x86-linux-gnu`,amd64:`x86_64-linux-gnu`,arm:`arm-linux-gnueabihf`,arm64:`aarch64-linux-gnu`,ppc64le:`powerpc64le-linux-gnu`,riscv64:`riscv64-linux-gnu`,s390x:`s390x-linux-gnu`};function Td(e){return e?.versions.some(({library:e})=>e.startsWith(`libstdc++`))??!1}function Ed(e,t,n=!1){let r=kd(e);return[...n?[]:[`build without cgo: CGO_ENABLED=0 go build`,`build with musl: CC=musl-gcc go build -ldflags='-linkmode=external -extldflags=-static'`],...Dd(e,t),`build in an image with glibc ${e} or older${r===null?``:` (${r})`}`].join(`; or `)}function Dd(e,{processor:t,usesCxx:n}){let r=wd[t];if(r===void 0)return[];let i=t=>`'zig ${t} -target ${r}.${e}'`;return[`build for an older glibc: ${n?`CC=${i(`cc`)} CXX=${i(`c++`)}`:`CC=${i(`cc`)}`} go build -ldflags=-linkmode=external`]}const Od=[`Debian`,`Ubuntu`,`AlmaLinux`,`Amazon Linux`];function kd(e){let{systems:t,date:n}=Me(),r=t.filter(t=>Od.includes(t.family)&&Ie(t,n)&&t.version!==null&&!M(t.version,e)).reduce((e,t)=>e===null||M(t.version,e.version)?t:e,null);return r===null?null:je(r)}function Ad(e,t,n){return e?.broken===null?(t?.images??[]).flatMap(t=>{let{base:r,additions:i,builder:a}=t,o=r===null||i===`unknown`?null:He(r);if(r===null||o===null)return[];let s=Zu({...e,builder:bd(a,n)},Nd(o,t));if(s===void 0)return[];let{file:c,line:l}=t,u=s.outcome===`needs-package`?s.reason.replace(`a default install`,`it`):s.reason,d=Pd(s,o,t);return[{file:c,line:l,image:r,system:o.id,starts:d,reason:u,fix:d===!1?jd(e,s,o):null}]}):[]}function jd({processor:e,linkage:t,needs:n},{fix:r},i){if(r!==null)return r;let a=i.processors.find(({processor:t})=>t===e)?.versions.GLIBC??null;return a!==null&&t.libc===`glibc`?Ed(a,{processor:e,usesCxx:Td(n)}):`build it with CGO_ENABLED=0 or another strategy that is static, or use an image with its C library`}function Md(e,t,n){let r=t.filter(({starts:e})=>e===!1).map(({file:e,line:t,image:r,reason:i,fix:a})=>({kind:`wrong-image`,level:`warning`,message:`${e}:${t} puts it into ${r}, where it does not start: it ${i}`,cause:null,fix:a,file:U.join(n?.toRoot??``,e),line:t,column:null})),i=({level:e})=>e===`error`;return[...e.filter(i),...r,...e.filter(e=>!i(e))]}function Nd(e,{additions:t}){return t===`packages`&&e.kind===`image`?{...e,kind:`general`}:e}function Pd({outcome:e},{libc:t},{additions:n}){return e===`unknown`?null:e===`needs-package`?t===`musl`&&n===`nothing`?!1:null:e===`runs`}const Fd=/\/\/[^\n]*|\/\*[\s\S]*?\*\/|`[^`]*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\d[\w.]*|[\p{L}_][\p{L}\p{N}_]*|:=|==|!=|<=|>=|&&|\|\||<-|\S/gu;function Id(e){let t=[...e.matchAll(Fd)].filter(([e])=>!/^\/[/*]/.test(e)).map(({0:t,index:n})=>t===`func`&&(n===0||e[n-1]===`
`)?Ld:t),n={refusing:[],idle:[],working:[]};for(let e=0;e<t.length;e++)if(Rd.has(t[e]??``))e=Bd(t,e);else if(t[e]===Ld){let{name:r,body:i,end:a}=Vd(t,e);r!==`init`&&n[i===null?`working`:Gd(i)].push(r),e=a}return n}const Ld=`
func`,Rd=/* @__PURE__ */ new Set([`(`,`{`,`[`]),zd=/* @__PURE__ */ new Set([`)`,`}`,`]`]);function Bd(e,t){let n=0;for(let r=t;r<e.length;r++)if(Rd.has(e[r]??``)&&n++,zd.has(e[r]??``)&&--n===0)return r;return e.length-1}function Vd(e,t){let n=t+1;e[n]===`(`&&(n=Bd(e,n)+1);let r=e[n]??``;for(n++,e[n]===`[`&&(n=Bd(e,n)+1),n=Bd(e,n)+1;n<e.length;n++){let t=e[n]??``;if(Hd.has(t))return{name:r,body:null,end:n-1};let i=e[n-1]===`interface`||e[n-1]===`struct`;if(!Rd.has(t))continue;let a=Bd(e,n);if(t===`{`&&!i)return{name:r,body:e.slice(n+1,a),end:a};n=a}return{name:r,body:null,end:n}}const Hd=/* @__PURE__ */ new Set([`var`,`const`,`type`,Ld]),Ud=/(?:^|[._])err|Err(?![a-z])|Error|unsupported|notsupported|unimplemented|notimplemented|Unsupported|Not(?:Supported|Implemented)|NoCgo/,Wd=e=>/^(?:panic|os\.Exit|log\.(?:Fatal|Panic)\w*)$/.test(e)||Ud.test(e);function Gd(e){let t=[],n=!1;for(let r=0;r<e.length;r++){let i=Kd(e,r);if(i===null)t.push(e[r]??``);else{if(!Wd(i.name))return`working`;n=!0,r=Bd(e,i.at)}}return t.some((e,n)=>Zd(e,t,n))?`working`:n||t.some(e=>qd(e)&&Ud.test(e))?`refusing`:`idle`}function Kd(e,t){if(!qd(e[t])||Jd.has(e[t]??``))return null;let n=t+1;for(;e[n]===`.`&&qd(e[n+1]);)n+=2;return e[n]===`(`?{name:e.slice(t,n).join(``),at:n}:null}function qd(e){return e!==void 0&&/^[\p{L}_]/u.test(e)}const Jd=/* @__PURE__ */ new Set([`return`,`if`,`func`,`else`,`var`,`struct`,`interface`]),Yd=/* @__PURE__ */ new Set([`return`,`nil`,`false`,`true`,`_`,`struct`,`interface`]),Xd=/* @__PURE__ */ new Set([`,`,`;`,`.`,`{`,`}`,`=`,`&`,`-`,`*`,`[`,`]`]);function Zd(e,t,n){if(/^["`]/.test(e)||Yd.has(e))return!1;if(/^\d/.test(e))return!/^0(?:\.0*|x0+)?$/.test(e)&&t[n-1]!==`-`;if(!qd(e))return!Xd.has(e);let r=t[n+1]===`{`&&t[n+2]===`}`,i=t[n+1]===`.`,a=t[n-1]===`=`&&t[n-2]===`_`;return!r&&!i&&!a&&!Ud.test(e)}var Qd=class{#e;#t=/* @__PURE__ */ new Map;constructor(e){this.#e=e}async find(e){return(await Promise.all([...L(e.graph,e.package)].map(t=>this.#n(t,e)))).flatMap(e=>e??[])}async#n(e,{graph:t,cgoGraph:n,cgoEnv:r}){let[i,a]=[t.get(e),n.get(e)];if(i===void 0||a===void 0||$d(i))return;let o=i.cgoFiles.length===0&&a.cgoFiles.length>0;if(!o&&r.CGO_ENABLED===`1`)return;let s=i.goFiles.filter(e=>!a.goFiles.includes(e)&&!a.cgoFiles.includes(e)),c=await Promise.all(s.map(e=>this.#r(H(i.dir,e)))),l=o?c:c.filter(e=>e!==void 0&&ef(e));if(o||l.length!==0)return{package:e,...tf(l)}}#r(e){let t=this.#t.get(e)??this.#e.readText(e);return this.#t.set(e,t),t}};function $d({standard:e,importPath:t}){return e&&t!==`plugin`}function ef(e){return[...e.slice(0,Math.max(0,e.search(/^package /m))).matchAll(/^\/\/(?:go:build|[ \t]*\+build)[ \t].*$/gm)].some(([e])=>/\bcgo\b/.test(e))}function tf(e){if(e.includes(void 0))return{kind:`unknown`,functions:[]};let t=e.map(e=>Id(e??``)),n=e=>t.flatMap(t=>t[e]),r=n(`refusing`);return r.length>0?{kind:`refusing`,functions:r}:n(`working`).length>0?{kind:`working`,functions:[]}:n(`idle`).length>0?{kind:`idle`,functions:n(`idle`)}:{kind:`gone`,functions:[]}}const nf={file:null,line:null,column:null};async function rf(e,t,{files:n,workingDirectory:r}){let i=G(r);for(let r of t.slice(0,50))for(let t of af(r,e))if(of(t,e,i)&&await n.kindOf(t)===`file`)return{file:W(i,t).replaceAll(`\\`,`/`),line:r.line,column:r.column};return nf}function af({file:e,package:t},{moduleDir:n,graph:r}){if(V(e))return[e];let i=t===null?void 0:r.get(t)?.dir;return[n,...i===void 0||i===``?[]:[i]].map(t=>G(t,e))}function of(e,{graph:t,moduleDir:n},r){return[r,n,...[...t.values()].flatMap(e=>e.own&&e.dir!==``?[e.dir]:[])].some(t=>{let n=W(t,e);return!V(n)&&!/^\.\.(?:[/\\]|$)/.test(n)})}const X={calls:[],quietTag:null,goTag:null,muslTag:null,forGlibc:!1,needsNoCgo:!1,instead:null,needs:null},sf=[{...X,path:`github.com/mattn/go-sqlite3`,calls:[`dlopen`],quietTag:`sqlite_omit_load_extension`,instead:`modernc.org/sqlite`,evidence:`v1.14.24, v1.14.28: ld warns of dlopen in unixDlOpen; with the tag it does not. static_mock.go, for builds without cgo, returns errors`},{...X,path:`github.com/ebitengine/purego`,calls:[`dlopen`],needsNoCgo:!0,evidence:`v0.9.1: ld warns of dlopen; linked with musl the call fails: Dynamic loading not supported`},{...X,path:`github.com/confluentinc/confluent-kafka-go`,calls:[`nss`,`dlopen`],forGlibc:!0,muslTag:`musl`,evidence:`v2.6.1: ld warns of dlopen, getaddrinfo, gethostbyname and getpwuid_r in librdkafka_glibc_linux_amd64.a, which asks for setcontext; musl has none, and -tags musl builds and runs`},{...X,path:`github.com/coreos/go-systemd/v22/internal/dlopen`,calls:[`dlopen`],evidence:`v22.5.0: ld warns of dlopen; sdjournal loads libsystemd.so.0 by it`},{...X,path:`github.com/miekg/pkcs11`,calls:[`dlopen`],evidence:`v1.1.1: ld warns of dlopen in pkcs11.go, which loads the module of the token; without cgo New is undefined`},{...X,path:`github.com/gopacket/gopacket/pcap`,calls:[`nss`],evidence:`v1.3.1 with libpcap 1.10.3: ld warns of gethostbyname, getnetbyname_r and getprotobyname_r in libpcap.a`},{...X,path:`github.com/valyala/gozstd`,forGlibc:!0,muslTag:`musl`,evidence:`v1.22.0: libzstd_linux_amd64.a asks for __fprintf_chk, which musl has not; -tags musl takes libzstd_linux_musl_amd64.a, builds and runs`},{...X,path:`github.com/google/gopacket/pcap`,calls:[`nss`],instead:`github.com/google/gopacket/pcapgo`,needs:{debian:[`libpcap-dev`],alpine:[`libpcap-dev`]},evidence:`v1.1.19 with libpcap 1.10.3: Debian's libpcap.a needs libdbus and libsystemd, which has no static version; without cgo pcapErrorNotActivated is undefined; pcapgo reads and writes files and captures by AF_PACKET, and builds without cgo`},{...X,path:`github.com/DataDog/zstd`,instead:`github.com/klauspost/compress/zstd`,evidence:`v1.5.6: static with glibc and with musl, and both run; without cgo no file is left. klauspost/compress v1.17.11 builds without cgo`},{...X,path:`github.com/proglottis/gpgme`,instead:`github.com/ProtonMail/go-crypto/openpgp`,needs:{debian:[`libgpgme-dev`],alpine:[`gpgme-dev`]},evidence:`v0.1.4 with libgpgme 1.18.0: a static link lacks gpgrt_bsprintf and others of libgpg-error, which #cgo LDFLAGS does not name; gpgme starts the program gpg in any case`},{...X,path:`github.com/containers/image/v5/signature`,goTag:`containers_image_openpgp`,evidence:`v5.32.2: with the tag it is static without cgo, and runs; without the tag it needs libgpgme.so.11, and does not compile without cgo (undefined: gpgme.Context)`},{...X,path:`github.com/seccomp/libseccomp-golang`,instead:`github.com/elastic/go-seccomp-bpf`,needs:{debian:[`libseccomp-dev`],alpine:[`libseccomp-dev`,`libseccomp-static`]},evidence:`v0.10.0 with libseccomp 2.5.4: static with Debian's libseccomp.a, and runs; without cgo no file is left. go-seccomp-bpf v1.5.0 builds without cgo`},{...X,path:`github.com/google/gousb`,needs:{debian:[`libusb-1.0-0-dev`,`pkg-config`],alpine:[`libusb-dev`]},evidence:`v1.1.3 with libusb 1.0.26: Debian's libusb-1.0.a needs libudev (udev_device_get_action), which has no static version; without cgo Milliamperes is undefined`},{...X,path:`github.com/zondax/hid`,needs:{debian:[],alpine:[`linux-headers`]},evidence:`v0.9.2: static with glibc, and runs; Debian's musl-gcc lacks linux/types.h; without cgo Supported returns false and nothing else says so`},{...X,path:`github.com/karalabe/hid`,needs:{debian:[],alpine:[`linux-headers`]},evidence:`v1.0.1-0.20240306101548-573246063e52: as github.com/zondax/hid, whose C code it is; Debian's musl-gcc lacks linux/magic.h`},{...X,path:`github.com/pebbe/zmq4`,calls:[`nss`],instead:`github.com/go-zeromq/zmq4`,needs:{debian:[`libzmq3-dev`,`pkg-config`],alpine:[`zeromq-dev`]},evidence:`v1.2.11 with libzmq 4.3.4: ld warns of getaddrinfo, getgrgid and getpwuid in libzmq.a, which needs the C++ library that nobody names (std::nothrow). go-zeromq/zmq4 v0.17.0 builds without cgo`},{...X,path:`github.com/NVIDIA/go-nvml`,calls:[`dlopen`],forGlibc:!0,evidence:`v0.12.4-0: ld warns of dlopen in pkg/dl, which loads libnvidia-ml.so.1 of the driver; with musl dl_linux.go does not compile (RTLD_DEEPBIND)`},{...X,path:`github.com/yalue/onnxruntime_go`,calls:[`dlopen`],evidence:`v1.13.0: ld warns of dlopen, by which it loads libonnxruntime.so; with musl the call always fails; without cgo no file is left`},{...X,path:`github.com/alexbrainman/odbc`,calls:[`dlopen`,`nss`],needs:{debian:[`unixodbc-dev`],alpine:[`unixodbc-dev`]},evidence:`v0.0.0-20250601004241-49e6b2bc0cf0 with unixODBC 2.3.11: the driver manager loads drivers by lt_dlopen, which a static link does not find; ld warns of getpwuid_r`},{...X,path:`github.com/bytecodealliance/wasmtime-go`,calls:[`dlopen`,`nss`],forGlibc:!0,instead:`github.com/tetratelabs/wazero`,evidence:`v25.0.0: ld warns of dlopen (profilers), getaddrinfo and getpwuid_r in libwasmtime.a, and the program runs; with musl gnu_get_libc_version and __res_init are undefined. wazero v1.8.2 builds without cgo`},{...X,path:`github.com/ebitengine/oto`,calls:[`dlopen`],needs:{debian:[`libasound2-dev`,`pkg-config`],alpine:[`alsa-lib-dev`]},evidence:`v3.3.1 with alsa-lib 1.2.8: Debian has no static libasound, which loads its plug-ins by dlopen; without cgo context is undefined`},{...X,path:`github.com/gen2brain/malgo`,calls:[`dlopen`],evidence:`v0.11.23: ld warns of dlopen in ma_dlopen, by which miniaudio loads ALSA, PulseAudio and JACK; with musl the call always fails`},{...X,path:`libvirt.org/go/libvirt`,instead:`github.com/digitalocean/go-libvirt`,needs:{debian:[`libvirt-dev`,`pkg-config`],alpine:[`libvirt-dev`]},evidence:`v1.10003.0 with libvirt 9.0.0: Debian has no static libvirt; with -tags libvirt_dlopen it is static and loads libvirt.so.0 by dlopen, which with musl always fails`},{...X,path:`github.com/h2non/bimg`,needs:{debian:[`libvips-dev`,`pkg-config`],alpine:[`vips-dev`]},evidence:`v1.1.4 with libvips 8.14.1: Debian has no static libvips; without cgo Gravity is undefined`},{...X,path:`github.com/godror/godror`,calls:[`dlopen`],instead:`github.com/sijms/go-ora/v2`,evidence:`v0.44.8: ld warns of dlopen in dpiOci__loadLibWithName, by which it loads libclntsh.so; with musl the call always fails; without cgo VersionInfo is undefined. go-ora v2.8.22 builds without cgo`}];function cf(e){return sf.filter(({path:t})=>e.some(({importPath:e})=>e===t||e.startsWith(`${t}/`)))}function lf(e){return e.filter(({cgoFiles:e})=>e.length>0)}function uf(e,t){let n=new Set(xe(t));return cf(lf(e)).filter(({forGlibc:e,muslTag:t})=>e&&(t===null||!n.has(t)))}function df(e,t){let n=new Set(xe(t)),r=cf(e).flatMap(({path:e,goTag:t})=>t===null||n.has(t)?[]:[`build with -tags ${t}, under which ${e} needs no C code`]),i=cf(lf(e)).flatMap(({path:e,instead:t})=>t===null?[]:[`use ${t} in place of ${e}, which needs no C code`]);return[...r,...i]}function ff(e,t){let n=cf(lf(e)).flatMap(({needs:e})=>e===null?[]:e[t]);return[...new Set(n)].toSorted()}function pf(e,t,n){let r=new Set(xe(n)),i=[...cf(lf(t)),...cf(t).filter(({needsNoCgo:e})=>e)];return[...new Set(i)].filter(({calls:t,quietTag:n})=>t.includes(e)&&(n===null||!r.has(n)))}function mf(e,t,n){let r=pf(e,t,n).map(({quietTag:e})=>e),i=r.filter(e=>e!==null);return i.length===0||i.length<r.length?void 0:[...new Set(i)]}function hf(e,t){return[...[{key:`GOOS`,asked:t.goos},{key:`GOARCH`,asked:t.goarch},{key:`CGO_ENABLED`,asked:t.cgoEnabled},{key:`-buildmode`,asked:t.buildmode==="default"?null:t.buildmode}].flatMap(t=>{let n=e.settings[t.key];return t.asked===null||n===void 0||n===t.asked?[]:[`its build info records ${t.key}=${_f(n)}, but ${t.asked} was asked for`]}),...gf(e,t.tags)]}function gf(e,t){if(t===null||e.settings[`-compiler`]===void 0)return[];let n=(e.settings[`-tags`]??``).split(`,`).filter(e=>e!==``),r=t.filter(e=>!n.includes(e)),i=n.filter(e=>!t.includes(e));return[...r.length>0?[`its build info does not record the build tags ${_f(r.join(`,`))}`]:[],...i.length>0?[`its build info records the build tags ${_f(i.join(`,`))}, which were not asked for`]:[]]}function _f(e){return e.length>200?`${e.slice(0,200)}…`:e}function Z(e,[t,n],r={}){return{kind:e,level:d[e].level,message:t,fix:n,about:null,...r}}function vf({inspection:e,context:t}){return e===null?t?.prediction.linkage.kind??null:e.linkage.kind}function yf({inspection:e,context:t}){return e===null?t?.prediction.link.mode??`unknown`:e.linkMode}function bf(e){let t=vf(e);return t===`static`||t===`static-pie`}function xf(e){return vf(e)===`dynamic`}function Sf({inspection:e,context:t}){return e===null?t?.prediction.linkage.loaderOnly??!1:e.linkage.loaderOnly}const Cf={aix:`xcoff`,darwin:`macho`,ios:`macho`,js:`wasm`,plan9:`plan9`,wasip1:`wasm`,windows:`pe`},wf={elf:`linux`,macho:`darwin`,pe:`windows`,plan9:`plan9`,xcoff:`aix`};function Tf({format:e,go:t}){let n=t?.settings.GOOS??``;return/^[a-z0-9]+$/.test(n)&&(Cf[n]??`elf`)===e?n:wf[e??``]??null}function Ef({machine:e,slices:t}){return e??(t.length>0?t.join(`+`):null)}const Df=[Of,kf,Af,jf,Mf,Nf,Ff,Lf,Rf];function Of({inspection:e}){let t=e&&Jt(e);if(t===null)return;let{kind:n,reason:r}=t;if(n===`unreadable`||n===`packed`)return Z(n,[r??`the file could not be judged`,n===`packed`?`check the file before it is packed`:null])}function kf({proof:e}){if(e?.result===`refused`)return Z(`refused`,[`started in an empty root it failed: ${e.detail}`,`start it by hand in an empty root (chroot, or an image FROM scratch) and look at what is missing`])}function Af({inspection:e}){let t=e?.linkage.interpreter??null;if(t!==null&&/^\/(?:nix|gnu)\/store\//.test(t))return Z(`store-loader`,[`its loader is ${t}, which only the machine that built it has`,`build it static, or outside Nix or Guix, or change the loader with patchelf --set-interpreter`])}function jf({inspection:e}){let t=(e?.linkage.runpath??[]).flatMap(e=>e.split(`:`)).filter(e=>!e.startsWith(`$ORIGIN`)&&!e.startsWith("${ORIGIN}")&&!/^\/(?:usr\/)?(?:lib|local\/lib)/.test(e)).filter(e=>!e.startsWith(`@`));if(t.length!==0)return Z(`runpath`,[`it looks for libraries in ${x(t.map(e=>e===``?`the current folder`:e))}`,`drop -Wl,-rpath (for Go's own linker: -r) from the linker flags, or make it relative to $ORIGIN`])}function Mf({inspection:e,context:t}){let n=t?.cell.platform.goos??e?.go?.settings.GOOS,r=e?.linkage.interpreter??null;if(!(n!==`android`||r===null||r.startsWith(`/system/`)))return Z(`android-libc`,[`it is built for Android, and its loader is ${r}, which no Android has`,`set CC to the clang of the Android NDK for this architecture`])}function Nf({inspection:e,context:t}){if(e?.go==null)return;let{settings:n}=e.go,r=t?.cell,i=e=>r?.flags.findLast(t=>t.name===e)?.value??null,a=i(`-tags`),o=e.slices.find(e=>e===n.GOARCH),s={goos:r?.platform.goos??Tf(e)??``,goarch:r?.platform.goarch??o??Ef(e)??n.GOARCH??``,cgoEnabled:r?.strategy.env.CGO_ENABLED===`0`?`0`:null,buildmode:i(`-buildmode`),tags:a===null?null:be(a)},c=hf(e.go,s);if(c.length!==0)return Z(`build-info`,[c.join(`; `),`look for another build that writes to the same file, and for flags in go env and GOFLAGS`])}const Pf=[[`2.17`,`RHEL 7`],[`2.26`,`Amazon Linux 2`],[`2.28`,`Debian 10, RHEL 8`],[`2.31`,`Debian 11, Ubuntu 20.04`],[`2.34`,`RHEL 9, Amazon Linux 2023`],[`2.35`,`Ubuntu 22.04`],[`2.36`,`Debian 12`],[`2.39`,`Ubuntu 24.04`],[`2.41`,`Debian 13`]];function Ff({inspection:e}){let t=e?.linkage.minGlibc??null;if(t===null)return;let n=Pf.findLast(([e])=>If(e)<If(t));return Z(`glibc-floor`,[`it needs glibc ${t} or newer${n===void 0?``:`: it does not start on ${n[1]} or older`}`,`build it static, or on the oldest system that it has to run on`])}function If(e){return Number(e.split(`.`)[1]??0)}function Lf({inspection:e}){let t=e?.linkage;if(t?.kind===`dynamic`&&t.libc===`musl`)return Z(`musl-loader`,[`it needs musl's loader ${t.interpreter??``}: it starts on Alpine and hardly anywhere else`,`add -linkmode=external -extldflags=-static to -ldflags, which musl links without hazards`])}function Rf({inspection:e,context:t}){if(t===null||e?.linkage.libc!==`glibc`||!zf(t.cell))return;let{cell:n}=t,r=rt(n.graph,n.package);return Z(`other-libc`,[`${n.strategy.needs===`musl`?`the strategy ${n.strategy.name} asks`:`CC=${n.cgoEnv.CC} asks`} for musl, and the file is linked against glibc${r?`: it has C++, and Go links C++ with CXX and not with CC`:``}`,r?`set CXX to a C++ compiler for musl (musl-g++, x86_64-linux-musl-g++, zig c++ -target …-linux-musl), or drop CC`:`set CC to a compiler that links against musl, and look for linker flags that name glibc's folders`])}function zf({strategy:e,cgoEnv:t}){return e.needs===`musl`||t.CC.includes(`musl`)}function Bf({goos:e,goarch:t}){return e===`android`&&t!==`arm64`||e===`ios`&&t===`arm64`}const Vf=1/0,Hf={"aix/ppc64":Vf,"linux/ppc64":27,"windows/arm64":26,loong64:25,mips:Vf,mipsle:Vf,mips64:Vf,mips64le:Vf,ppc64:22,riscv64:22};function Uf(e){return e.goos===`android`||e.goos===`dragonfly`||e.minor<(Hf[`${e.goos}/${e.goarch}`]??Hf[e.goarch]??0)}const Wf={"android/arm64":0,"darwin/amd64":0,"darwin/arm64":0,"linux/amd64":0,"linux/arm64":0,"linux/loong64":25,"linux/ppc64":27,"linux/ppc64le":0,"linux/s390x":27,"windows/386":0,"windows/amd64":0,"windows/arm":0,"windows/arm64":0};function Gf(e){return e.minor>=(Wf[`${e.goos}/${e.goarch}`]??Vf)}function Kf({minor:e,goos:t,goarch:n},r){return t===`windows`?!r:t===`darwin`?n===`arm64`||e>=22:t===`android`||t===`ios`}function qf(e){return e===`linux`||e===`freebsd`||e===`netbsd`||e===`dragonfly`}const Jf=/* @__PURE__ */ new Set([`crypto/internal/boring`,`crypto/internal/boring/syso`,`crypto/x509`,`net`,`os/user`,`runtime/cgo`,`runtime/race`,`runtime/race/internal/amd64v1`,`runtime/race/internal/amd64v3`,`runtime/msan`,`runtime/asan`]);function Yf(e,t){let n=t===`dragonfly`&&(e===`net`||e===`os/user`);return Jf.has(e)&&!n}const Xf=[tp,ep,op,sp,cp];function Zf({inspection:e}){let t=e?.linkage.needed??[];return t.length===0?`it needs the C library`:`it needs ${x(t)}`}function Qf(e,t){let n=e=>Yf(e,`linux`)||e===`plugin`;return e.users.map(e=>e.package).filter(e=>n(e)===(t===`std`))}function $f({context:e}){let t=e?.prediction.facts;return t?.race===!0||t?.msan===!0||t?.asan===!0}function ep(e){let t=Qf(e,`std`);if(!xf(e)||$f(e)||t.length===0||Qf(e,`others`).length>0)return;let n=t.includes(`plugin`)?`only a dynamic program opens plugins; if it opens none, build with CGO_ENABLED=0`:`build with CGO_ENABLED=0, or with -tags netgo,osusergo`;return Z(`std-cgo`,[`${Zf(e)}, because ${x(t)} ${y(t)} cgo`,n],{about:t[0]??null})}function tp(e){let t=Qf(e,`others`);if(!xf(e)||t.length===0)return;let n=[...t,...Qf(e,`std`)];return Z(`package-cgo`,[`${Zf(e)}, because ${x(n)} ${y(n)} cgo`,[rp(e)?`add -linkmode=external -extldflags=-static to -ldflags${ap(e)}`:ip,...np(e)].join(`, or `)],{about:t[0]??null})}function np({context:e}){let t=e===null?[]:df(e.prediction.facts.packages,e.cell.flags);return t.length>0?t:[`replace the package by one without cgo`]}function rp({context:e}){return e===null||qf(e.cell.platform.goos)}const ip=`link the static version of the library (libX.a), or ship the library along`;function ap({context:e}){if(e?.cell.platform.goos!==`linux`)return``;let{cell:t}=e;return rt(t.graph,t.package)?``:`, best with musl (CC=musl-gcc)`}function op(e){let t=e.context?.prediction.dynamicImports??[];if(!xf(e)||t.length===0)return;let n=t.map(e=>e.package),r=[...new Set(t.flatMap(e=>e.libraries))].toSorted();return Z(`dynamic-import`,[`${x(n)} ${n.length>1?`load`:`loads`} C libraries without cgo (${x(r)}): CGO_ENABLED=0 does not make this program static`,`replace the package, or ship the program for systems that have these libraries`])}function sp(e){if(!xf(e)||e.inspection===null)return;let{needed:t}=e.inspection.linkage,n=(e.context?.prediction.facts.packages??[]).flatMap(({importPath:e,standard:n,cgoLdflags:r})=>n?[]:r.filter(e=>e.startsWith(`-l`)).map(e=>t.find(t=>t.startsWith(`lib${e.slice(2)}.so`))).filter(e=>e!==void 0&&!/^lib(?:c|m|dl|pthread|rt|resolv)\.so/.test(e)).map(t=>({importPath:e,library:t??``}))),[r]=n;if(r===void 0)return;let i=[...new Set(n.map(({library:e})=>e))],a=[...new Set(n.map(({importPath:e})=>e))];return Z(`linked-libraries`,[`${x(i)} ${i.length>1?`come`:`comes`} from the #cgo LDFLAGS of ${x(a)}: machines without it cannot start the program`,rp(e)?`link the library statically (-linkmode=external -extldflags=-static, with its static version installed), or ship it along`:ip],{level:`warning`,about:r.importPath})}function cp(e){let{users:t,context:n}=e,r=t.length>0||$f(e)||(n?.prediction.dynamicImports.length??0)>0;if(!xf(e)||Sf(e)||r)return;let i=yf(e)===`external`&&rp(e)?`drop what asks for the external linker, or add -extldflags=-static`:null;return Z(`dynamic`,[`${Zf(e)}${lp(e)}`,i])}function lp({inspection:e,context:t}){if(t===null)return``;let{link:n,linkage:r}=t.prediction;return e===null||r.kind===`dynamic`&&e.linkMode===n.mode?`: ${n.mode===`external`&&n.reasons[0]!==void 0?`${n.reasons[0]}, and `:``}${r.because}`:`, though no package uses cgo`}const up=[fp,pp,mp,bp,Sp,wp,Tp,Ep],dp=`drop what asks for the external linker (-linkmode=external, GO_EXTLINK_ENABLED=1): without cgo Go links statically by itself`;function fp(e){let{inspection:t,context:n,output:r}=e;if(!bf(e))return;if(t===null)return n?.prediction.linkage.crashes===!0?Z(`crash-at-start`,[`the external linker gets it without runtime/cgo: it will die at start`,dp]):void 0;let{linkage:i,go:a,linkMode:o,usesRuntimeCgo:s}=t;if(i.libc!==`musl`&&n?.cell.strategy.needs!==`musl`){if($l(r))return Z(`crash-at-start`,[`the linker printed “loadinternal: cannot find runtime/cgo”: the binary is static and dies with SIGTRAP at start`,dp]);if(a!==null&&o===`external`&&i.libc===`glibc`&&s===!1)return Z(`crash-at-start`,[`the external linker made it without runtime/cgo: it dies with SIGTRAP at start`,dp])}}function pp({inspection:e}){if(e?.linkage.hazards.includes(`relocation`)===!0)return Z(`self-relocation`,[`it is a static PIE, and its code does not show that it relocates itself: if nothing does, it crashes at start`,`link with -static-pie, which brings the start code for it (rcrt1.o), or without -pie; and start it once, with the input prove`])}function mp(e){if(!bf(e))return;let t=e.inspection===null?vp(e):yp(e);return t===null?void 0:Z(`nss`,[`it loads NSS libraries of the machine's own glibc at run time: ${t}`,_p(e)],{about:hp(e)})}function hp({users:e}){return e.find(e=>e.package===`net`||e.package===`os/user`)?.package??null}function gp({users:e}){return e.map(e=>e.package).filter(e=>!Yf(e,`linux`)&&e!==`plugin`)}function _p(e){let t=gp(e);if(hp(e)===null&&t.length>0)return`link against musl: tags do not change what the C code of ${x(t)} calls`;let n=`add -tags netgo,osusergo (other cgo code stays), or link against musl`;return t.length===0?n:`${n}, which is what helps if the C code of ${x(t)} looks up names as well`}function vp(e){let{context:t}=e;if(t?.prediction.link.mode!==`external`||t.prediction.facts.cgoEnv.CC.includes(`musl`))return null;let n=hp(e);if(n!==null)return`${n} calls glibc's lookups`;let[r]=pf(`nss`,t.prediction.facts.packages,t.cell.flags);return r===void 0?null:`the C code of ${r.path} calls glibc's lookups`}function yp({inspection:e,output:t}){let n=Ql(t).filter(e=>e!==`dlopen`);return n.length>0?`the linker warns of ${x(n)}`:e?.linkage.hazards.includes(`nss`)===!0?`the file holds glibc's NSS code`:null}function bp(e){if(!bf(e))return;if(e.users.some(e=>e.package===`plugin`))return Z(`dlopen`,[`it opens plugins, which no static program can`,`a program that opens plugins has to be dynamic`],{about:`plugin`});let{context:t,inspection:n,output:r}=e,[i]=t===null?[]:pf(`dlopen`,t.prediction.facts.packages,t.cell.flags),a=n?.linkage.hazards.includes(`dlopen`)===!0;if(!a&&!Ql(r).includes(`dlopen`)&&i===void 0)return;let o=i===void 0?`it`:i.path,s=n===null?null:n.linkage.libc,c=a||s===`musl`?`which always fails in a program that is linked statically against musl`:`which in a static program works only beside exactly the glibc it was linked with, and never with musl`,l=e.users.find(e=>e.package===i?.path)?.package??gp(e)[0]??null;return Z(`dlopen`,[`${o} calls dlopen, ${c}`,xp(i)],{about:l})}function xp(e){let t=[...e?.quietTag==null?[]:[`build with -tags ${e.quietTag}, which leaves the call out`],...e?.instead==null?[]:[`use ${e.instead}, which needs no C code`]];return t.length>0?t.join(`, or `):`build the C code without its plug-in or extension loader, or ship a dynamic program with the libraries that it loads`}function Sp({swaps:e}){let t=e.filter(({kind:e})=>e!==`working`);if(t.length===0)return;let n=sf.filter(({path:e,instead:n})=>n!==null&&t.some(t=>t.package===e)).map(({instead:e})=>`use ${e??``}, which needs no C code`);return Z(`stub`,[`without cgo ${t.map(Cp).join(`; `)}`,[...n,`keep cgo on, or run the program's tests with CGO_ENABLED=0 before you ship this build`].join(`, or `)])}function Cp({package:e,kind:t,functions:n}){let[r=``]=n,i=n.length>1?` and ${n.length-1} more`:``;switch(t){case`refusing`:return`${e} is a stub: ${r}${i} only ${n.length>1?`return`:`returns`} an error or ${n.length>1?`panic`:`panics`}`;case`idle`:return`${e} is a stub: ${r}${i} ${n.length>1?`do`:`does`} nothing`;case`gone`:return`${e} leaves its cgo files out, and nothing takes their place`;default:return`${e} compiles other code, which may only return errors`}}function wp({swaps:e}){let t=e.filter(({kind:e})=>e===`working`).map(e=>e.package);return t.length===0?void 0:Z(`replacement`,[`without cgo ${x(t)} ${t.length>1?`compile`:`compiles`} working Go code in place of C code`,null],{about:t[0]??null})}function Tp({context:e}){if(e!==null&&e.cell.cgoEnv.CGO_ENABLED!==`1`&&(e.settings.env.GOEXPERIMENT?.split(`,`).includes(`boringcrypto`)??!1))return Z(`boringcrypto`,[`GOEXPERIMENT=boringcrypto asks for BoringCrypto, and with cgo off Go compiles its own cryptography instead`,`build with CGO_ENABLED=1, or with Go 1.24 and newer use GOFIPS140, which needs no cgo`])}function Ep({inspection:e}){let t=e?.hostFiles??[];if(t.length===0)return;let n={"time zones":`import time/tzdata (or -tags timetzdata)`,"CA certificates":`copy /etc/ssl/certs/ca-certificates.crt into the image`};return Z(`host-files`,[`it reads ${x(t)} from the machine, and an image FROM scratch has none`,x(t.map(e=>n[e]))])}function Dp({packages:e}){return e.filter(({importPath:e,cgoFiles:t})=>t.length>0&&e!==`runtime/cgo`).map(({importPath:e})=>e)}function Op(e,t){let n=Pp(e),r=Rp(e),i=t===null?[]:Bp(e,t),a={hasRuntimeCgo:n,outside:r.map(({importPath:e})=>e),distrusted:i},o=e=>({...a,mode:null,reasons:[e]}),s=kp(e);if(s!==null)return o(s);let c=Ap(e);if(c!==null)return o(c);let l=Fp(e,n),u=Ip(e);if(u!==null)return l===null?{...a,mode:`internal`,reasons:[`${u} asks for it`]}:o(`${u} is impossible: ${l}`);let d=[...Lp(e),...l===null?[]:[l],...e.linkmode===`external`||n?[...zp(r),...Vp(i)]:[]];return d.length>0?{...a,mode:`external`,reasons:d}:{...a,mode:`internal`,reasons:[Hp(e)]}}function kp(e){let t=[`race`,`msan`,`asan`].find(t=>e[t]),n=e.cgoEnv.CGO_ENABLED===`1`;if(t!==void 0&&!n&&(e.goos!==`darwin`||t!==`race`))return`-${t} requires cgo, and cgo is off`;if(e.race&&e.buildmode===`pie`&&!Kf(e,!0))return`-race and -buildmode=pie exclude each other`;let r=e.minor>=22&&!n?jp(e):null;return r===null?null:`${r} requires external linking, and cgo is off`}function Ap(e){if(e.missingCompiler===void 0)return null;let t=e.packages.filter(({standard:t})=>e.minor>=20||!t),n=Dp({...e,packages:t}),r=e.cgoEnv.CGO_ENABLED===`1`&&n.length>0;if(!r&&e.linkmode!==`external`)return null;let i=r?`${x(n)} ${y(n)} cgo`:`the external linker is asked for`;return`the C compiler ${e.missingCompiler} is not installed, and ${i}`}function jp(e){return Bf(e)?`${e.goos}/${e.goarch}`:Mp(e)&&e.buildmode!==`c-archive`?`-buildmode=${e.buildmode}`:e.linkshared?`-linkshared`:Np(e)&&!Gf(e)?e.buildmode===`pie`?`-buildmode=pie`:`a PIE, which is the default here,`:e.externalIsSeen?`-linkmode=external`:null}function Mp({buildmode:e,goarch:t}){return[`c-archive`,`c-shared`,`plugin`,`shared`].includes(e)&&t!==`wasm`}function Np(e){return e.buildmode===`pie`||e.buildmode==="default"&&Kf(e,e.race)}function Pp(e){return e.cgoEnv.CGO_ENABLED===`1`?e.race||e.msan||e.asan||jp(e)!==null||e.packages.some(({cgoFiles:e,importPath:t})=>e.length>0||t===`runtime/cgo`):!1}function Fp(e,t){let{goos:n,goarch:r,buildmode:i}=e;return Bf(e)?`${n}/${r} needs it`:e.msan||e.asan?`-${e.msan?`msan`:`asan`} needs it`:t&&Uf(e)?`Go's own linker cannot link cgo code for ${n}/${r}`:Mp(e)?`-buildmode=${i} needs it`:Np(e)&&!Gf(e)?`-buildmode=pie needs it on ${n}/${r}`:e.linkshared?`-linkshared needs it`:null}function Ip({linkmode:e,extlinkEnabled:t}){return e===`internal`?`-linkmode=internal`:e!==`external`&&t===`0`?`GO_EXTLINK_ENABLED=0`:null}function Lp({linkmode:e,extlinkEnabled:t}){return e===`external`?[`-linkmode=external asks for it`]:t===`1`?[`GO_EXTLINK_ENABLED=1 asks for it`]:[]}function Rp({packages:e,goos:t}){return e.filter(({importPath:e,cgoFiles:n,objectFiles:r})=>(n.length>0||r.length>0)&&!Yf(e,t))}function zp(e){let t=e.filter(({cgoFiles:e})=>e.length>0).map(({importPath:e})=>e),n=e.filter(({cgoFiles:e})=>e.length===0).map(({importPath:e})=>e),r=e=>`${e.length>1?`are`:`is`} not among the packages that Go links itself`;return[...t.length>0?[`${x(t)} ${y(t)} cgo and ${r(t)}`]:[],...n.length>0?[`${x(n)} ${n.length>1?`bring`:`brings`} object files (.syso) and ${r(n)}`]:[]]}function Bp({packages:e,cgoEnv:t},n){let r=(...e)=>e.flatMap(e=>k(t[e])),i=[...n.readsCppflags?r(`CGO_CPPFLAGS`):[],...r(`CGO_CFLAGS`,`CGO_CXXFLAGS`,`CGO_FFLAGS`)],a=r(`CGO_LDFLAGS`);return e.filter(({cgoFiles:e})=>e.length>0).flatMap(({importPath:e,cgoCppflags:t,cgoCompilerFlags:r,cgoLdflags:o})=>{let s=n.readsCppflags?t:[],c=n.distrustedCompilerFlag([...i,...s,...r])??n.distrustedLinkerFlag([...a,...o]);return c===void 0?[]:[{package:e,flag:c}]})}function Vp(e){let[t]=e;if(t===void 0)return[];let n=[...new Set(e.map(({flag:e})=>e))],r=e.map(e=>e.package);return[`${x(n)} among the C flags of ${x(r)} ${n.length>1?`are`:`is`} not what Go's own linker is trusted with`]}function Hp(e){let t=[...e.race?[`runtime/race`]:[],...Dp(e)];return t.length===0?`no package uses cgo, so Go's own linker does it all`:`only ${x(t)} ${y(t)} cgo, and Go's own linker can link ${t.length>1?`those`:`that`}`}const Up=[Wp,Gp,Kp,qp,Jp,Xp,Zp,Qp,$p,em,tm];function Wp({context:e,inspection:t}){if(e===null||t===null)return;let{agrees:n,certainty:r,linkage:i,mode:a}=e.checked;if(n!==!1||r!==`certain`)return;let{linkMode:o,linkage:s}=t;return Z(`prediction`,[`go-linkage expected ${i??`nothing`} by the ${a??`no`} linker, and it is ${s.kind} by the ${o} one`,`the result uses the binary; please report this bug`])}function Gp(e){let{extldflags:t,goos:n}=e.context?.prediction.facts??{extldflags:null,goos:``},r=t??[];if(!qf(n)||yf(e)!==`internal`||!r.some(e=>/^--?static/.test(e)))return;let i=`-extldflags=${r.join(` `)}`;if(bf(e))return Z(`extldflags-ignored`,[`${i} had no effect: Go's internal linker took the build, and made it static without it`,null]);let a=e.users.map(e=>e.package);return Z(`extldflags-ignored`,[`${i} had no effect: Go's internal linker took the build${a.length>0?`, because only ${x(a)} ${y(a)} cgo`:``}`,`build with CGO_ENABLED=0 or -tags netgo,osusergo, or add -linkmode=external to -ldflags`],{level:`warning`,about:a[0]??null})}function Kp(e){if(e.context?.prediction.facts.linkmode===`internal`&&xf(e))return Z(`internal-linkmode`,[`-linkmode=internal does not make it static: Go's own linker imports the C library's functions as well`,`build with CGO_ENABLED=0 or -tags netgo,osusergo`])}function qp(e){if(!Sf(e))return;let t=e.context?.cell.flags.some(({name:e,value:t})=>e===`-buildmode`&&t===`pie`)??!1,n=e.inspection?.linkage.interpreter;return Z(`loader-only`,[`it needs no library, but ${n==null?`a loader`:`the loader ${n}`}: Go's internal linker gives one to every PIE`,t?`drop -buildmode=pie, or use the strategy static-pie`:`drop -buildmode=pie (look in GOFLAGS and go env), or use the strategy static-pie`])}function Jp({context:e,inspection:t}){let{builder:n=null,toRoot:r=``}=e?.cell.release??{},i=bd(n,t),a=t?.linkage;if(i===null||a?.libc!==`glibc`||!Yp(a))return;let{file:o,line:s,image:c,glibc:l,here:u}=i,{minGlibc:d}=a,f=M(u??d,l);if(u===null&&!f)return;let p=d===null?``:` and needs ${d}`,m=f?`the release needs no more than ${l}`:`the release may need up to ${l}`;return Z(`other-glibc`,[`${o}:${s} builds it in ${c} with glibc ${l}, and here it is linked with ${u===null?`another one`:`glibc ${u}`}${p}: ${m}`,`run go-linkage in the image that the release is built in, or inspect the released file (mode: inspect)`],{at:{file:U.join(r,o),line:s,column:null}})}function Yp({kind:e}){return e===`dynamic`||e===`library`}function Xp(e){let{context:t}=e;if(t?.cell.buildmode===`pie`&&vf(e)===`static`)return Z(`lost-pie`,[`-buildmode=pie asks for a position-independent program, and -static made an ordinary one of it`,`write -extldflags=-static-pie instead of -static`])}function Zp(e){let t=e.context?.cell.buildmode??e.inspection?.go?.settings[`-buildmode`]??`default`;return vf(e)===`library`?Z(`shared-library`,[`${t===`c-shared`||t===`plugin`?`-buildmode=${t} makes`:`it is`} a library: another program loads it, and brings the loader and the C library`,`to ship one static file, build a program instead`]):void 0}function Qp({context:e}){let t=e?.prediction.facts,n=[`race`,`msan`,`asan`].find(e=>t?.[e]===!0);if(n!==void 0)return Z(`race`,[`-${n} is for debug builds: the program is slow and large, and contains C code`,`drop -${n} from what ships (look in GOFLAGS and go env)`])}function $p(e){let{context:t}=e;if(t===null||yf(e)!==`external`)return;let{link:n,facts:r}=t.prediction;if(n.distrusted.length===0||n.outside.length>0||r.linkmode===`external`)return;let i=[...new Set(n.distrusted.map(({flag:e})=>e))];return Z(`c-flags`,[`${x(i)} among the C flags sends the program to the external linker: with other flags, on another machine, Go would link it itself`,`say what you want: CGO_ENABLED=0, or -linkmode=external in -ldflags`])}function em(e){let{context:t}=e;if(t===null)return;let{link:n,facts:r}=t.prediction,i=r.packages.filter(({importPath:e,objectFiles:t,cgoFiles:r})=>t.length>0&&r.length===0&&n.outside.includes(e)).map(({importPath:e})=>e);if(i.length===0||i.length<n.outside.length)return;let a=n.hasRuntimeCgo?`and, as something else uses cgo, that sends the program to the external linker`:`which Go's own linker takes as long as nothing uses cgo`;return Z(`foreign-object`,[`${x(i)} ${i.length>1?`bring`:`brings`} object code of another compiler (.syso), ${a}`,n.hasRuntimeCgo?`build with CGO_ENABLED=0 or -tags netgo,osusergo to keep Go's own linker`:null])}function tm(e){let{context:t}=e;if(t===null||yf(e)!==`external`||!bf(e))return;let{facts:n}=t.prediction;if([...n.extldflags??[],...k(n.cgoEnv.CC),...k(n.cgoEnv.CGO_LDFLAGS)].some(e=>/^--?static/.test(e)))return;let r=new Set(Dp(n)),i=n.packages.find(({importPath:e,cgoLdflags:t})=>r.has(e)&&t.some(e=>/^--?static/.test(e)));return i===void 0?void 0:Z(`static-by-package`,[`it is static because ${i.importPath} says -static in its #cgo LDFLAGS, for the whole program`,`say -linkmode=external -extldflags=-static yourself, so that it does not hang on a dependency`],{about:i.importPath})}const nm=[`-tags`,`-buildmode`,`-mod`,`-modfile`,`-overlay`,`-pgo`,`-toolexec`,`-installsuffix`],rm=[`-ldflags`,`-gcflags`,`-asmflags`,`-gccgoflags`];function im(e,t,n){let r=n=>am(e.some(e=>e.name===n)?e:t,n);return[...nm.flatMap(e=>sm(`go build`,e,r(e))),...rm.flatMap(e=>om(r(e)).flatMap(t=>sm(`go build`,e,t))),...[`-extldflags`,`-linkmode`,`-extld`].flatMap(r=>sm(`the linker`,r,am(Ce(ve(e,t,n)),r)))]}function am(e,t){return e.filter(e=>e.name===t).map(({value:e})=>e??``)}function om(e){let t=/* @__PURE__ */ new Map;for(let n of e){let e=/^\s*([^-\s'"][^=]*)=/.exec(n)?.[1]?.trim()??``;t.set(e,[...t.get(e)??[],n])}return[...t.values()]}function sm(e,t,n){let r=n.at(-1);if(r===void 0)return[];let i=um(t,r),a=n.slice(0,-1).findLast(e=>um(t,e).some(e=>!i.includes(e)));return a===void 0?[]:[{reader:e,name:t,lost:a,used:r,joined:lm(t,um(t,a),i)}]}const cm=/* @__PURE__ */ new Set([`-tags`,`-extldflags`,...rm]);function lm(e,t,n){let r=rm.includes(e)&&[t,n].some(([e=``])=>!e.startsWith(`-`));if(!cm.has(e)||r)return null;let i=[.../* @__PURE__ */ new Set([...t,...n])];if(e===`-tags`)return i.join(`,`);try{return Ae(i)}catch{return null}}function um(e,t){if(e===`-tags`)return be(t);if(!cm.has(e))return[t];try{return k(t)}catch{return[t]}}function dm(e){let t=[[`-static`,`-static-pie`],[`-static-pie`,`-no-pie`],[`-static-pie`,`-pie`],[`-static`,`-shared`]],n=new Set(e.map(e=>e.replace(/^--(?=static|pie|no-pie|shared)/,`-`)));return t.find(e=>e.every(e=>n.has(e)))}const fm=[pm,gm,_m,vm,ym,xm,Sm,Cm,Tm];function pm({context:e}){let t=e?.settings.env.CGO_ENABLED??``;if(!(e===null||[``,`0`,`1`].includes(t)||e.cell.strategy.env.CGO_ENABLED!==void 0))return Z(`cgo-enabled-value`,[`CGO_ENABLED=${t} means nothing to Go, which knows only 0 and 1: cgo is ${e.cell.cgoEnv.CGO_ENABLED===`1`?`on`:`off`}`,`write CGO_ENABLED=0`])}function mm({cell:e}){return[...L(e.cgoGraph,e.package)].filter(t=>t!==`runtime/cgo`&&(e.cgoGraph.get(t)?.cgoFiles.length??0)>0)}function hm({cell:e,settings:t}){return e.cgoEnv.CGO_ENABLED===`0`&&t.env.CGO_ENABLED!==`0`&&e.strategy.env.CGO_ENABLED===void 0}function gm({context:e}){if(e===null||!e.cell.isNative||!hm(e))return;let t=mm(e);if(t.length!==0)return Z(`no-c-compiler`,[`cgo is off because Go found no C compiler here; on a machine with one ${x(t)} ${y(t)} cgo, and the same commit builds another program`,`say which of the two you want: set CGO_ENABLED=0, or CGO_ENABLED=1 and install a C compiler`])}function _m({context:e}){if(e===null||e.cell.isNative||!hm(e))return;let t=mm(e);if(t.length!==0)return Z(`cross-compile`,[`cgo is off because this is a build for another platform; on ${e.cell.platform.name} itself ${x(t)} ${y(t)} cgo, and the same commit builds another program`,`set CGO_ENABLED=0 everywhere, so that all machines build the same`])}function vm({context:e}){if(e===null)return;let{cell:t,settings:n}=e,r=[`-tags`,`-ldflags`].filter(e=>{let r=Se(n.goflags,e),i=Se(t.flags,e);return r!==void 0&&i!==void 0&&!bm(e,r).every(t=>bm(e,i).includes(t))});if(r.length===0)return;let i=r.map(e=>`${e}=${Se(n.goflags,e)??``}`);return Z(`goflags-overridden`,[`GOFLAGS asks for ${x(i)}, and ${x(r)} on the command line ${r.length>1?`take their`:`takes its`} place`,`write all of it in one place`])}function ym({context:e}){let t=Ut(e?.settings.env.GOFLAGS??``);if(t.length===0)return;let n=x(t.map(({word:e})=>e)),r=t.findLast(e=>e.meant!==null)?.meant??null,{length:i}=t;return r===null?Z(`goflags-ignored`,[`GOFLAGS holds ${i>1?`${n}, which are not flags`:`${n}, which is not a flag`} that go build uses: ${i>1?`they have`:`it has`} no effect here`,null],{level:`info`}):Z(`goflags-ignored`,[`GOFLAGS: ${n} ${i>1?`are words of their own`:`is a word of its own`}, and go build leaves ${i>1?`them`:`it`} out`,`put quotes around the whole word: GOFLAGS="'${r}'"`])}function bm(e,t){return e===`-tags`?be(t):k(t)}function xm({context:e}){if(e===null)return;let{cell:t,settings:n,prediction:r}=e,i=dm(r.facts.extldflags??[]);if(i!==void 0)return Z(`flag-overridden`,[`-extldflags has ${i.join(` and `)}, which exclude each other`,`keep -static for an ordinary program, or -static-pie (with -buildmode=pie) for one that is loaded at a random address`]);let[a]=im(t.callerFlags,n.goflags,t);if(a===void 0)return;let{reader:o,name:s,lost:c,used:l,joined:u}=a;return Z(`flag-overridden`,[`${s}=${c} has no effect: ${o} uses only the last ${s}, which is ${s}=${l}`,u===null?`keep one ${s}`:`write one ${s}: ${Ve(`${s}=${u}`)}`])}function Sm({context:e}){if(e===null)return;let{cell:t,settings:n}=e,r=[...n.goflags,...t.flags].filter(({name:e})=>e===`-ldflags`).map(({value:e})=>/^\s*([^-\s'"][^=]*)=/.exec(e??``)?.[1]).filter(e=>e!==void 0);if(!(r.length===0||ve(t.flags,n.goflags,t).length>0))return Z(`ldflags-pattern`,[`the -ldflags are for ${x(r)}, which does not match ${t.package}: its linker gets none of them`,`leave the pattern out, or write all=…`])}function Cm(e){let{context:t}=e;if(t===null)return;let{cgoEnv:n}=t.prediction.facts,r=[...k(n.CGO_LDFLAGS).some(wm)?[`CGO_LDFLAGS`]:[],...k(n.CC).slice(1).some(wm)?[`CC`]:[]];if(r.length===0||!t.prediction.link.hasRuntimeCgo)return;let i=yf(e)===`internal`||xf(e)?`Go's own linker cannot finish such a program`:`which works here, and not with every release of Go and every set of packages`;return Z(`static-cgo-flags`,[`-static stands in ${x(r)}: ${i}`,`put -static into -extldflags together with -linkmode=external`])}function wm(e){return/^--?static(?:-pie)?$/.test(e)}function Tm(e){let{context:t}=e;if(t===null)return;let n=[...t.settings.goflags,...t.cell.flags],r=Se(n,`-installsuffix`),i=[...r===void 0?[]:[`-installsuffix=${r}`],...Ee(n,`-a`)?[`-a`]:[],...xf(e)&&xe(n).includes(`static_build`)?[`-tags=static_build`]:[]];if(i.length!==0)return Z(`no-effect`,[`${x(i)} ${i.length>1?`do`:`does`} nothing for static linking, whatever old recipes say`,`drop it`])}function Em({planned:e,prediction:t,build:n,artifact:r,proof:i},{checked:a,settings:o,users:s,failedAt:c,errorContext:l=fl,further:u=[],swaps:d=[]}){if(t===null||a===null)return km(e);let f={cell:e,settings:o,prediction:t,checked:a},p=r?.inspection??null;if(n.status===`failed`||n.status===`built`&&r===null){let t=Yl(n.status===`failed`?n.output:``,l),{kind:r,cause:a}=t,o={kind:r,level:`error`,message:a,cause:null,fix:Dm(t,e),...c??nf},m=Mm({context:f,inspection:p,output:n.output,users:s,proof:i,swaps:d},fm);return[o,...u.map(e=>({kind:`build-failed`,level:`error`,cause:null,fix:null,...e})),...m.filter(e=>e.kind!==r)]}return Mm({context:f,inspection:p,output:n.status===`built`?n.output:``,users:s,proof:i,swaps:d})}function Dm({kind:e,fix:t},n){if(d[e].failsForLibrary!==!0&&e!==`undefined-without-cgo`)return t;let r=df([...L(n.cgoGraph,n.package)].flatMap(e=>n.cgoGraph.get(e)??[]),n.flags);return r.length===0?t:[...t===null?[]:[t],...r].join(`, or `)}function Om(e,t,n){return Mm({context:null,inspection:e,output:``,users:t,proof:n,swaps:[]})}function km(e){let{graph:t,cgoGraph:n}=e;if(wt(e.package,{graph:t,cgoGraph:n,whyOff:``})===null)return[];let r=e.skip?.reason??`a package has only cgo files`,i=df([...L(n,e.package)].flatMap(e=>n.get(e)??[]),e.flags);return[{kind:`cgo-only`,level:`info`,message:r,cause:null,fix:[`keep cgo on for this program`,...i.length>0?i:[`replace the package by one without cgo`]].join(`, or `),...nf}]}const Am=[...Df,...up,...Up,...fm,...Xf],jm={error:0,warning:1,info:2};function Mm(e,t=Am){return t.flatMap(t=>t(e)??[]).toSorted((e,t)=>jm[e.level]-jm[t.level]).map(({about:t,at:n,...r})=>({...r,cause:null,...n??Nm(e.users,t)}))}function Nm(e,t){let{file:n,line:r}=e.find(e=>e.package===t)??nf;return{file:n,line:r,column:null}}async function Pm(e,t,n){let r=await vt(e,`.git`,n)??e,i=t.map(e=>e.planned),a=[...new Set(i.map(({graph:e})=>e))],o=new Map(i.map(e=>[e.moduleDir,e])),s=await Promise.all([...o.values()].map(e=>Im(e,n))),c=[...o.keys(),...a.flatMap(Fm),...s.flat()].reduce(Lm,r);return B(c)===c?r:c}function Fm(e){return[...e.values()].flatMap(({goMod:e})=>e!==null&&on(e)===`go.mod`?[B(e)]:[])}async function Im({moduleDir:e,shownEnv:t},n){let{GOWORK:r=``}=t;if(r!==``)return r===`off`?[]:[B(r)];let i=await vt(e,`go.work`,n);return i===void 0?[]:[i]}function Lm(e,t){for(let n=G(e);;n=B(n))if(!W(n,t).startsWith(`..`)||B(n)===n)return n}async function Rm(e,{go:t,files:n}){let r=[`list`,`-deps`,`-export`,`-f`,`{{.ImportPath}}	{{.Export}}`,...O(e.flags)],i=await t.work([...r,`--`,e.package],{cwd:e.moduleDir,env:e.env});if(i.exitCode===0)try{return i.stdout.split(`
`).flatMap(e=>{let[t=``,r=``]=e.split(`	`);return r===``?[]:[{package:t,...n.withSource(r,Bm)}]})}catch(e){if(e instanceof Gt)return;throw e}}const zm={start:48,end:58};function Bm(e){if(Hm(e,0,8)!==`!<arch>
`)throw new Gt(`not an archive`,0);let t=!1,n=/* @__PURE__ */ new Set,r=/* @__PURE__ */ new Set;for(let i=8;i+60<=e.size;){let a=Hm(e,i,60),o=Number(a.slice(zm.start,zm.end).trim());if(!a.endsWith(`\`
`)||!Number.isSafeInteger(o))throw new Gt(`archive header is damaged`,i);let s=a.slice(0,16).trim().replace(/\/$/,``);n.add(s);let c=Vm(e,i+60,Math.min(o,4));if(Um(c)&&(t=!0),$t(c)===`go o`){let t=Hm(e,i+60,Math.min(o,4194304));for(let e of Wm(t))r.add(e)}i+=60+o+o%2}return{objects:t,prefersExternal:n.has(`preferlinkext`),importsUnknown:n.has(`dynimportfail`),libraries:[...r].toSorted()}}function Vm(e,t,n){return qt(e,{offset:BigInt(t),length:BigInt(n)},`archive`)}function Hm(e,t,n){return $t(Vm(e,t,n))}function Um(e){let t=Array.from(e,e=>e.toString(16).padStart(2,`0`)).join(``);return/^(?:7f454c46|feedfac[ef]|c[ef]faedfe|4c01|6486|64aa|01df|01f7)/.test(t)}function Wm(e){let t=/\n\$\$ {2}\/\/ cgo\n(.*?)\n\$\$/s.exec(e)?.[1];return t===void 0?[]:Gm(t).flatMap(([e,,,t])=>e===`cgo_import_dynamic`&&t!==void 0&&t!==``?[t]:[])}function Gm(e){try{return JSON.parse(e)}catch{throw new Gt(`cgo directives are damaged`,0)}}function Km(e,t){let n=e=>t.filter(e).map(e=>e.package);if(e===`internal`){let e=n(({libraries:e})=>e.length>0);return e.length===0?[]:[`Go's own linker imports C functions for ${x(e)}`]}let r=n(({importsUnknown:e})=>e),i=n(({prefersExternal:e})=>e);return[...r.length>0?[`the C code of ${x(r)} does not link by itself, so Go's own linker cannot take it`]:[],...i.length>0?[`the C flags of ${x(i)} are not what Go's own linker is trusted with`]:[]]}function qm(e,t,n){let r=e?.inspection.linkMode??`unknown`;return{mode:r,reasons:Jm(r,t,n)}}function Jm(e,t,n){if(e===`unknown`||t===null)return[];if(e===t.mode)return t.reasons;let r=n===void 0?[]:Km(e,n);return r.length>0?r:[`no rule, and nothing that the linker was given, shows why`]}function Ym(e){let{GOOS:t,GOARCH:n,CC:r,CXX:i,...a}=e.shownEnv,o=e.strategy.needs===`musl`||[r,i].some(e=>Qm(e)),s=Object.entries({CC:r,CXX:i}).flatMap(([e,t])=>{let n=t===void 0?null:Zm(t,o);return n===null?[]:[[e,n]]}),c={...a,...Object.fromEntries(s)};return{suffix:o?`-alpine`:``,install:$m(e,{isMusl:o,env:c}),env:c}}const Xm=/^(?:[\w-]*-)?(?:gcc|cc|g\+\+|c\+\+)(?:-\d+)?$/;function Zm(e,t){let[n=``]=ke(e),r=on(n),i=e.startsWith(n)?e.slice(n.length):``;return t&&/^(?:zig|clang)/.test(r)?null:Xm.test(r)?i===``?null:`${r.includes(`++`)?`g++`:`gcc`}${i}`:r.startsWith(`clang`)?r.replace(/-\d+$/,``)+i:e}function Qm(e){if(e===void 0)return!1;let[t=``,...n]=ke(e);return n.some(e=>/-musl(?:eabi|eabihf|abi64|abin32|sf|x32)?$/.test(e))||/^(?:[\w-]*-)?musl(?:eabihf|eabi|abi64)?-/.test(on(t))}function $m(e,{isMusl:t,env:n}){let r=e.cgoEnv.CGO_ENABLED===`0`?[]:eh(e),i=ff(r,t?`alpine`:`debian`);if(t)return[`RUN apk add --no-cache ${[rt(e.graph,e.package)?`g++`:`gcc`,`musl-dev`,...r.some(({cgoPkgConfig:e})=>e.length>0)?[`pkgconf`]:[],...i].join(` `)}`];let a=[...r.length>0&&[n.CC,n.CXX].some(e=>e?.startsWith(`clang`)===!0)?[`clang`]:[],...i];return a.length===0?[]:[`RUN apt-get update && apt-get install -y --no-install-recommends ${a.join(` `)}`]}function eh({graph:e,package:t}){return[...L(e,t)].flatMap(t=>e.get(t)??[])}const th={GO386:`go386`,GOAMD64:`goamd64`,GOARM:`goarm`,GOARM64:`goarm64`,GOMIPS:`gomips`,GOMIPS64:`gomips`,GOPPC64:`goppc64`,GORISCV64:`goriscv64`};function nh(e,t){let{goos:n,goarch:r}=e.platform,i=/* @__PURE__ */ new Set([`-tags`,`-ldflags`,`-buildmode`]),{before:a,last:o}=ah(e),s=ih(e,t),c=Object.entries(th).flatMap(([e,t])=>{let n=s[e];return n===void 0||!oh(e,r)?[]:[[t,[n]]]}),l=Object.entries(s).filter(([e])=>th[e]===void 0);return ch({id:t.name,dir:sh(t.dir),main:t.main,...t.main.startsWith(`.`)?{}:{no_main_check:!0},env:l.map(([e,t])=>sh(`${e}=${t}`)),binary:t.name.replace(/\.exe$/,``),goos:[n],goarch:[r],...Object.fromEntries(c),buildmode:Se(e.flags,`-buildmode`)??``,tags:xe(e.flags),flags:[...O(e.flags.filter(({name:e})=>!i.has(e))),...a].map(sh),ldflags:o.map(sh)})}function rh(e,t){let{before:n,last:r}=ah(e),i=O(e.flags.filter(({name:e})=>e!==`-ldflags`));return ch({id:t.name,dir:t.dir,main:t.main,env:Object.entries(ih(e,t)).map(([e,t])=>`${e}=${t}`),flags:[...i,...n].map(sh),ldflags:r.map(sh)})}function ih({shownEnv:e},{cgo:t}){let{GOOS:n,GOARCH:r,...i}=e;return{...t,...i}}function ah({flags:e,shownEnv:t}){let n=e.filter(({name:e})=>e===`-ldflags`),r=n.length>0?n:De(t.GOFLAGS??``).filter(({name:e})=>e===`-ldflags`);return{before:O(r.slice(0,-1)),last:r.slice(-1).flatMap(({value:e})=>e??[])}}function oh(e,t){let n=e.slice(2).toLowerCase();return n===t||n===t.replace(/le$/,``)}function sh(e){return e.replaceAll(`{{`,`{{ "{{" }}`)}function ch(e){return[`builds:`,...Object.entries(e).flatMap(([e,t])=>t===!0?[`${e}: true`]:t.length===0?[]:typeof t==`string`?[`${e}: ${lh(t)}`]:[`${e}:`,...t.map(e=>`  - ${lh(e)}`)]).map((e,t)=>`${t===0?`  - `:`    `}${e}`)].join(`
`)}function lh(e){return/^[A-Za-z./][\w./=,-]*$/.test(e)&&!/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(e)?e:JSON.stringify(e)}function uh(e,t){let n=eu(e,e.buildmode),r=gh(e),i=e.platform.goos===`linux`,a=fh(t.root,r.dir),o={...r,name:n,cgo:_h(e)};return{shell:yh(fh(t.workingDirectory,e.moduleDir),vh(e,{env:e.shownEnv,flags:e.flags,output:dh(e,n)})),dockerfile:i?ph(xh(e,n,t),t.root,t):null,goreleaser:ph(nh(e,{...o,dir:a}),t.root,t),ko:i?ph(mh(rh(e,{...o,dir:``}),e),r.dir,t):null}}function dh({moduleDir:e,graph:t},n){return[...t.values()].some(({dir:t})=>fh(e,t).split(`/`)[0]===n)?`bin/${n}`:n}function fh(e,t){return W(G(e),t).replaceAll(`\\`,`/`)}function ph(e,t,{workingDirectory:n}){let r=fh(n,G(t));return r===``?e:`# Save this file in ${JSON.stringify(r)}.\n${e}`}function mh(e,{shownEnv:t}){let n=[`GOFLAGS`,`GOWORK`].flatMap(e=>{let n=t[e];return n===void 0?[]:[`${e}=${Ve(n)}`]});return n.length===0?e:`# Run ko with ${n.join(` `)}.\n${e}`}function hh({moduleDir:e,packageDir:t,package:n}){let r=fh(e,t);return r===``?`.`:r.startsWith(`..`)?n:`./${r}`}function gh(e){let t=e.graph.get(e.package)?.goMod??null,n=fh(e.moduleDir,e.packageDir).startsWith(`..`)&&t?.endsWith(`go.mod`)===!0?B(t):e.moduleDir;return{dir:n,main:hh({...e,moduleDir:n})}}function _h(e){let{cgoGraph:t,package:n,cgoEnv:r,buildmode:i,flags:a,shownEnv:o}=e,s=De(o.GOFLAGS??``),c=Te(a,s,e).some(({name:e})=>e===`-linkmode`);return mt(t,n)||c||i!=="default"?{CGO_ENABLED:r.CGO_ENABLED}:{}}function vh(e,{env:t,flags:n,output:r}){return[...Object.entries(t).map(([e,t])=>`${e}=${Ve(t)}`),...[`go`,`build`,`-o`,r,...O(n),hh(e)].map(Ve)].join(` `)}function yh(e,t){return e===``?t:`(cd ${Ve(e)} && ${t})`}const bh=`/etc/ssl/certs/ca-certificates.crt`;function xh(e,t,{root:n,goVersion:r,hostFiles:i}){let a=/^\d+\.\d+/.exec(r)?.[0]??r,o=Ym(e),s=e.cgoEnv.CGO_ENABLED===`0`?{..._h(e),...o.env}:o.env,c=e=>e.replaceAll(`${G(n)}/`,`/src/`),l=vh(e,{env:Object.fromEntries(Object.entries(s).map(([e,t])=>[e,c(t)])),flags:e.flags.map(e=>({...e,value:e.value===null?null:c(e.value)})),output:`/out/${t}`}),u=fh(n,e.moduleDir);return[`FROM golang:${a}${o.suffix} AS build`,...o.install,`WORKDIR ${Sh(u===``?`/src`:`/src/${u}`)}`,`COPY . /src`,`RUN ${l.includes(`
`)?JSON.stringify([`/bin/sh`,`-c`,l]):l}`,``,`FROM scratch`,...i.includes(`CA certificates`)?[`COPY --from=build ${bh} ${bh}`]:[],...i.includes(`time zones`)?[`COPY --from=build /usr/local/go/lib/time/zoneinfo.zip /zoneinfo.zip`,`ENV ZONEINFO=/zoneinfo.zip`]:[],`COPY --from=build /out/${t} /${t}`,`ENTRYPOINT [${JSON.stringify(`/${t}`)}]`].join(`
`)}function Sh(e){return/^[\w./=,~+-]+$/.test(e)?e:JSON.stringify(e).replaceAll(`$`,`\\$`)}function Ch(e,t,n){return t.mode===null?Q(`fails`,t.reasons[0]??`it cannot be linked`):Eh(e)?Dh(e):qf(e.goos)?t.mode===`internal`?kh(e,t,n):Ah(e,t):Oh(e,t)}function wh(e){return Q(`fails`,e.trim())}function Th(e){return Q(null,e,{unseen:[`what cannot be loaded`]})}function Q(e,t,n={}){return{kind:e,because:t,loaderOnly:!1,crashes:!1,unseen:[],...n}}function Eh({buildmode:e}){return[`c-archive`,`c-shared`,`plugin`,`shared`].includes(e)}function Dh(e){let t=`-buildmode=${e.buildmode}`;return e.buildmode===`c-archive`?Q(null,`${t} leaves an archive for another linker`):jh(e)===`-static`?Q(`fails`,`-static cannot make a shared library, and ${t} asks for one`):Q(`library`,`${t} makes a library, which the program that loads it has to be dynamic for`)}function Oh({goos:e,packages:t,goarch:n},{outside:r}){if(n===`wasm`)return Q(null,`a WebAssembly module is linked with nothing: its host runs it`);if(e===`plan9`)return Q(null,`${e} has no shared libraries`);let i=t.filter(({importPath:e,cgoLdflags:t})=>r.includes(e)&&t.length>0),a=i.length===0?[]:[`whether the libraries that ${x(i.map(({importPath:e})=>e))} names belong to ${e}`];return Q(`system`,`every program for ${e} uses system libraries`,{unseen:a})}function kh(e,t,n){let r=t.hasRuntimeCgo?Mh(e).find(Nh):void 0;if(r!==void 0)return Q(`fails`,`${r} in CC or CGO_LDFLAGS hides from Go's own linker which C functions it has to import`);let i=[...e.race?[`the race detector`]:[],...Dp(e),...n.map(e=>e.package)];if(i.length>0||t.hasRuntimeCgo){let e=i.length>0?i:[`runtime/cgo`];return Q(`dynamic`,`${x(e)} ${e.length>1?`import`:`imports`} functions of a C library`)}return Np(e)?Q(`dynamic`,`Go's own linker gives every PIE a loader`,{loaderOnly:!0}):Q(`static`,`nothing in it imports a C library`)}function Ah(e,t){let n=jh(e),r=k(e.cgoEnv.CC)[0]??``;if(!e.isNative&&/(?:^|\/)(?:gcc|clang|cc)$/.test(r))return Q(`fails`,`${r} links for this machine, and not for ${`${e.goos}/${e.goarch}`}`,{unseen:[`what ${r} links for`]});if(n===null){let t=/(?:^|[-/])(?:gcc|clang|cc)(?:-\d+)?$/.test(r),n=Ph(e);return Q(`dynamic`,`the C compiler links shared libraries, as no flag says -static`,{unseen:[...t?[]:[`what ${r} does by default`],...n.length===0?[]:[`whether this machine has ${x(n)}`]]})}let i=Ph(e),a=i.length===0?[]:[`whether ${x(i)} are available as static libraries`],o=/(?:^|\/)musl-(?:gcc|clang)$/.test(r),s=Np(e);if(n===`-static-pie`&&!s)return Q(`fails`,`-static-pie needs code for a PIE, which only -buildmode=pie compiles`);if(n===`-static-pie`&&o)return Q(`dynamic`,`the specs of ${r} know nothing of -static-pie`,{unseen:a});let c=!t.hasRuntimeCgo&&!o,l=n===`-static-pie`?`static-pie`:`static`;return Q(l,`${n} reaches the C compiler, which links statically${s&&l===`static`?`, though not as the PIE that was asked for`:``}`,{crashes:c,unseen:a})}function jh(e){let t=[...e.extldflags??[],...Mh(e),...e.packages.flatMap(({cgoLdflags:e})=>e)].findLast(Nh);return t===void 0?null:t.endsWith(`-pie`)?`-static-pie`:`-static`}function Mh({cgoEnv:e}){return[...k(e.CC).slice(1),...k(e.CGO_LDFLAGS)]}function Nh(e){return/^--?static(?:-pie)?$/.test(e)}function Ph({packages:e}){let t=e.filter(({standard:e})=>!e),n=t.flatMap(({cgoLdflags:e})=>e.filter(e=>/^-l./.test(e))),r=t.flatMap(({cgoPkgConfig:e})=>e.filter(e=>!e.startsWith(`-`)).map(e=>`pkg-config ${e}`)),i=/* @__PURE__ */ new Set([`-lm`,`-lpthread`,`-ldl`,`-lrt`,`-lc`,`-lstdc++`,`-lresolv`]);return[.../* @__PURE__ */ new Set([...n.filter(e=>!i.has(e)),...r])]}function Fh(e,t){return Lh(e)&&!Ih(e,t)}function Ih({status:e,prediction:t,planned:{graph:n,package:r}},{onlyProven:i}){return e===`predicted`?i&&t?.certainty!==`certain`?!0:t?.mode===`external`&&Ph({packages:[...L(n,r)].flatMap(e=>n.get(e)??[])}).length>0:!1}function Lh(e){let{planned:t}=e;return(Hh(e)||Ke(t.strategy.name).for===`pure`&&(Bh(t)||Rh(e)))&&Vh(e).length===0&&!zh(e)&&f(e)}function Rh({planned:e}){let t=Te(e.flags,[],e).findLast(({name:e})=>e===`-linkmode`)?.value;return e.cgoEnv.CGO_ENABLED===`1`&&t===`external`}function zh({findings:e}){return e.some(({level:e})=>e===`error`)}function Bh({cgoGraph:e,package:t,platform:n}){return!qf(n.goos)||!mt(e,t)}function Vh(e){return e.findings.map(({kind:e})=>d[e]).filter(({isHazard:e})=>e===!0)}function $({planned:e}){return Ge(e.strategy.name)}function Hh({planned:e}){return Ke(e.strategy.name).for===`any`}function Uh(e,{untried:t,...n}){let[{package:r,platform:i}]=e,a={package:r,platform:i},[o]=e.filter(e=>Fh(e,n)).toSorted((e,t)=>$(e)-$(t));if(o===void 0)return{...a,strategy:null,why:Qh(e,{...n,untried:t}),command:null,forms:null};let s=o.artifact?.inspection.hostFiles??[],{shell:c,...l}=uh(o.planned,{...n,hostFiles:s});return{...a,strategy:o.planned.strategy.name,why:Jh(o,e),command:c,forms:l}}function Wh({cells:e,recommendation:t}){let n=e=>t.some(t=>t.strategy===null&&t.package===e.package&&t.platform===e.platform),r=e.filter(e=>e.status!==`failed`&&e.planned.platform.goos===`linux`&&n(e));return Ue.filter(({name:t,advice:n})=>n.for===`any`&&r.some(n=>!Gh(t,e,n)))}function Gh(e,t,n){return t.some(({package:t,platform:r,planned:i})=>t===n.package&&r===n.platform&&i.strategy.name===e)}function Kh(e,{untried:t,...n}){return A(e,qh).map(e=>Uh(e,{...n,untried:t.filter(t=>qh(t)===qh(e[0]))}))}function qh({package:e,platform:t}){return`${e}\n${t}`}function Jh(e,t){let n=_(e)===`system`?`it needs only what the system promises`:`it ${Xh(e)}`,r=Zh(t.filter(t=>f(t)&&Hh(t)&&$(t)<$(e)));return r.length===0?n:`${n} (simpler, but not recommended: ${r.join(`; `)})`}const Yh={more:` by your own flags`,keepsCgo:!0};function Xh(e){let{more:t,keepsCgo:n}=Rh(e)&&!Hh(e)?Yh:Ke(e.planned.strategy.name),r=e.planned.strategy.buildmode===`pie`&&_(e)!==`static-pie`?``:t,i=e.cgo.length>0&&n?`, and keeps the cgo code`:``;if(e.status!==`predicted`)return`is static${r}${i}`;let{certainty:a,unseen:o}=e.prediction??{certainty:`likely`,unseen:[]};return a===`certain`?`will be static${r}${i}`:`should be static${r}${i}; only a build can tell ${x(o)}`}function Zh(e){let t=e.flatMap(e=>{let[t]=Vh(e);return t===void 0?[]:[{name:e.planned.strategy.name,title:t.title}]});return A(t,({title:e})=>e).map(e=>`${x(e.map(({name:e})=>e))}: ${S(e[0].title)}`)}function Qh(e,{untried:t,...n}){let r=e.find(({linkage:e})=>e?.kind===`unreadable`)?.linkage?.reason;if(r!=null)return`no artifact for ${e[0].platform} could be judged: ${r}`;if(e[0].planned.platform.goarch===`wasm`)return`a WebAssembly module is linked with nothing, whatever builds it`;let i=rg(e);if(e.some($h)&&e.every(eg)&&i.length===0)return`no build came to an end`;let a=e.flatMap(({findings:e})=>e).find(({kind:e})=>d[e].preventsStatic===!0);return[tg(e,n),...a===void 0?[]:[a.message],...i.slice(0,1),...ag(e),...ig(e).slice(0,1),...e[0].planned.platform.goos===`linux`?sg(e,t):[]].join(`; `)}function $h({status:e}){return e===`failed`}function eg(e){return $h(e)||_(e)===`fails`}function tg(e,t){let[n]=e.filter(e=>Lh(e)&&Ih(e,t)).toSorted((e,t)=>$(e)-$(t));if(n!==void 0)return`no strategy is sure to make it static: ${n.planned.strategy.name} ${Xh(n)}`;let r=e.find(e=>f(e)&&Vh(e).length===0&&!zh(e));if(r!==void 0)return ng(r);let i=Zh(e.filter(e=>f(e))),a=e.some(({status:e})=>e===`predicted`)?`none of the strategies makes it static`:`none of the tried strategies is static`;return i.length===0?a:`${a} and without a known hazard (${i.join(`; `)})`}function ng({planned:{strategy:e,cgoEnv:t},status:n}){let r=`${e.name} ${n===`predicted`?`will be`:`is`} static`;return t.CGO_ENABLED===`0`?`${r} because Go turns cgo off by itself for this platform; cgo-disabled (CGO_ENABLED=0) keeps it static on every machine`:`${r} only as long as the C compiler links it: Go's own linker ignores -extldflags`}function rg(e){return e.filter(e=>e.status===`failed`&&Hh(e)).flatMap(({findings:e,planned:t})=>e.filter(({kind:e})=>d[e].failsForLibrary===!0).map(({message:e,fix:n})=>`${t.strategy.name} fails because ${e}${n===null?``:`: ${n}`}`))}function ig(e){return e.filter(e=>e.status===`skipped`&&Hh(e)&&e.planned.strategy.needs!==`go`).map(({reason:e,planned:t})=>`${t.strategy.name} was skipped: ${e??``}`)}function ag(e){return e.filter(e=>Hh(e)&&f(e)&&og(e)).toSorted((e,t)=>$(e)-$(t)).flatMap(({planned:{graph:e,package:t,flags:n,strategy:r}})=>{let i=mf(`dlopen`,[...L(e,t)].flatMap(t=>e.get(t)??[]),n);return i===void 0?[]:[`${r.name} has no such call with -tags ${i.join(`,`)}`]}).slice(0,1)}function og(e){return!zh(e)&&e.findings.every(({kind:e})=>e===`dlopen`||d[e].isHazard!==!0)}function sg(e,t){let n=We.filter(t=>e.every(({planned:e})=>e.strategy.name!==t));if(n.length===0)return[];let[r]=t.filter(Lh).toSorted((e,t)=>$(e)-$(t)),i=r===void 0?t.length===0?``:`, and none of them is expected to help`:`; of these, ${r.planned.strategy.name} ${Xh(r)}`;return[`not tried: ${n.join(`, `)}${i}`]}function cg({link:e,linkage:t},{build:n,artifact:r}){let i=r?.inspection,{kind:a,loaderOnly:o,crashes:s,because:c,unseen:l}=t;return{mode:e.mode,linkage:a,loaderOnly:o,crashes:s,reasons:e.mode===null?[]:e.reasons,because:c,certainty:l.length===0?`certain`:`likely`,unseen:l,agrees:i===void 0?lg(a,n):ug(e.mode,t,i)}}function lg(e,t){return t.status!==`failed`||e===null?null:e===`fails`||gt(t.output)!==null&&null}function ug(e,t,n){let{linkage:r,linkMode:i}=n;if(t.kind===null||r.kind===`packed`||r.kind===`unreadable`)return null;let a=i===`unknown`||i===e,o=t.kind===r.kind;return a&&o&&(!t.loaderOnly||r.loaderOnly)}async function dg(e,t){let{files:n,workingDirectory:r}=t,i=new hu(n,G(r)),a=new Qd(n),o=await Promise.all(e.map(async e=>{let[n,r]=await Promise.all([i.cgoUsers(e.planned),a.find(e.planned)]);return pg(e,{users:n,swaps:r},t)}));return{cells:o,recommendation:await fg(o,{...t,untried:[]})}}async function fg(e,t){let{workingDirectory:n,go:r,files:i,untried:a,onlyProven:o=!1}=t;return Kh(e,{workingDirectory:n,root:await Pm(G(n),e,i),goVersion:r.version,untried:a,onlyProven:o})}async function pg(e,{users:t,swaps:n},r){let{goflags:i,go:a,files:o}=r,{planned:s,prediction:c,build:l,artifact:u,proof:d}=e,f={goVersion:a.version,goflags:i,env:a.env},p=c&&cg(c,e),m=Em(e,{users:t,settings:f,checked:p,swaps:n,...l.status===`failed`?await hg(s,l.output,r):{}}),h=yd(e,{checked:p,findings:m}),g=Ad(h,s.release,u?.inspection??null),_=Md(m,g,s.release),v=p?.agrees===!1?await Rm(s,{go:a,files:o}):void 0;return{package:s.package,platform:s.platform.name,strategy:s.strategy.name,role:s.role,status:l.status,reason:yg(bg(l,_),s),linkage:u&&Jt(u.inspection),link:qm(u,p,v),planned:s,build:l,artifact:u,proof:d,prediction:p,cgo:t,buildInfo:u?.inspection.go??null,findings:_,runsOn:vd(h),images:g,floors:mg(e,t),fault:gg(e,_)}}function mg({artifact:e},t){if(e?.inspection.needs==null)return[];let{needs:n,cgoCalls:r,go:i}=e.inspection;return Mu(n,{users:t,calls:r,go:i})}async function hg(e,t,n){let r=await gu(e,t,n),i=Xl(t,Yl(t,r)).map(async t=>{let r=await rf(e,[t],n);return{message:r.file===null?t.text:t.message,...r}});return{failedAt:await rf(e,jl(t),n),errorContext:r,further:await Promise.all(i)}}function gg({planned:e,build:t},n){if(t.status===`skipped`)return e.skip?.fault??`unknown`;let[r]=n;if(t.status!==`failed`||r===void 0)return`unknown`;let i=d[r.kind].fault;return i===void 0?vg.test(r.message)||At(r.message)?`sources`:r.kind===`build-failed`&&!_g.test(r.message)?`unknown`:`settings`:i}const _g=/^(?:flag provided but not defined|invalid (?:boolean )?value .* for flag|usage: |-\w+[ =])/,vg=/^[^\s:]+\.(?:go|s|S|c|cc|cpp|cxx|h|hh|hpp|m|mm|f|f90|swig|swigcxx):\d+/;function yg(e,{moduleDir:t}){return e===null?null:kt(e,t)}function bg(e,t){return e.status===`skipped`?e.reason:e.status===`failed`?t[0]?.message??null:null}function xg(e,t){return Cg(e).flatMap(e=>{let n=e.filter(({role:e,planned:n})=>e!==`compared`&&!t.has(n)),r=n.length===0?[]:e.filter(e=>e.role===`compared`&&Tg(e));return[...n,...r].filter(wg).map(({planned:e})=>e)})}function Sg(e,t){return Cg(e).flatMap(e=>{let n=e.filter(({role:e,status:t})=>e!==`compared`&&t!==`predicted`);if(n.every(e=>t(e)&&Eg(e)))return[];let r=n.some(e=>e.status!==`built`||!t(e));for(let t of e.filter(Lh).toSorted((e,t)=>$(e)-$(t)))return wg(t)&&(r||Ih(t,{onlyProven:!0}))?[t.planned]:[];return[]})}function Cg(e){return A(e,({package:e,platform:t})=>`${e}\n${t}`)}function wg({status:e}){return e===`predicted`}function Tg({prediction:e}){return e?.linkage===null&&e.certainty!==`certain`}function Eg(e){return e.status===`built`&&h(e)?!0:e.status===`built`&&f(e)&&Vh(e).length===0&&!zh(e)}function Dg(e,{require:t,demanded:n,runsOn:r,maxGlibc:i,policy:a}){return t!==`none`||n!==null||r.length>0||i!==null||a.rules.some(t=>fe(t,e)&&Og(t))}function Og({require:e,maxGlibc:t,needed:n,runsOn:r}){return e!==`none`||t!==null||n!==null||r!==null}function kg(e,t){return C(e,t)===void 0&&(t.demanded===null||he(e,t.demanded))}function Ag(e,t){let{role:n,status:r,prediction:i,findings:a}=e;return n===`compared`||r!==`predicted`||i?.certainty!==`certain`||i.linkage===null||i.linkage===`fails`||a.some(({level:e})=>e===`error`)?!1:t.every(t=>t!==null&&!Dg(e,t))}const jg=Uint8Array.from(`
//go:cgo_import_dynamic `,e=>e.charCodeAt(0));var Mg=class{#e;#t=/* @__PURE__ */ new Map;constructor(e){this.#e=e}find(e){return e.filter(({standard:e})=>!e).map(({importPath:e,dir:t,goFiles:n})=>({package:e,libraries:[...new Set(n.flatMap(e=>this.#n(H(t,e))))].toSorted()})).filter(({libraries:e})=>e.length>0)}#n(e){let t=this.#t.get(e);if(t!==void 0)return t;let n;try{n=this.#e.withSource(e,e=>Ng(e.read(0,16777216)))}catch{n=[]}return this.#t.set(e,n),n}};function Ng(e){if(Qt(e,jg,0)===-1)return[];let t=$t(e).matchAll(/^\/\/go:cgo_import_dynamic[ \t]+\S+[ \t]+\S+[ \t]+(\S+)/gm);return[...new Set([...t].map(([,e=``])=>e.replace(/^"|"$/g,``)))].filter(e=>e!==``)}function Pg(e,t){let n=e.find(({importPath:e})=>e===`golang.org/x/tools/internal/tokeninternal`)?.goMod??``,[,r=``,i=``,a=``]=/@v\/(v0\.(\d+)\.(\d+))\.mod$/.exec(n)??[];return r===``||t<25||Number(i)>=26||Number(i)>=22&&Number(a)>=1?null:`golang.org/x/tools ${r} does not compile with Go 1.25 and newer; run go get golang.org/x/tools@latest`}function Fg(e,{goVersion:t,goflags:n,env:r}){let i=Ig(t),a=Te(e.flags,n,e),o=e=>a.findLast(t=>t.name===e)?.value??null,s=o(`-extldflags`),c=[...n,...e.flags],{GO_EXTLINK_ENABLED:l}={...r,...e.env};return{minor:i,goos:e.platform.goos,goarch:e.platform.goarch,buildmode:e.buildmode,linkmode:o(`-linkmode`),externalIsSeen:i>20||Lg(c)?Rg(ve(e.flags,n,e)):!1,extldflags:s===null?null:k(s),extlinkEnabled:l===`0`||l===`1`?l:null,race:Ee(c,`-race`),msan:Ee(c,`-msan`),asan:Ee(c,`-asan`),linkshared:Ee(c,`-linkshared`),cgoEnv:e.cgoEnv,isNative:e.isNative,packages:[...L(e.graph,e.package)].flatMap(t=>e.graph.get(t)??[])}}function Ig(e){let t=/^1\.(\d+)/.exec(e)?.[1];return t===void 0?1/0:Number(t)}function Lg(e){let t=e.findLast(({name:e})=>e===`-ldflags`)?.value?.trim()??``;return t!==``&&!t.startsWith(`-`)}function Rg(e){return e.flatMap((t,n)=>t===`-linkmode`?[e[n+1]]:t.startsWith(`-linkmode=`)?[t.slice(10)]:[]).findLast(e=>e===`external`||e===`internal`)===`external`}const zg={security:`src/cmd/go/internal/work/security.go`,exec:`src/cmd/go/internal/work/exec.go`};function Bg({security:e,exec:t}){let n=Vg(e,`validCompilerFlags`),r=Vg(e,`validLinkerFlags`),i=Ug(e,`checkCompilerFlagsForInternalLink`),a=Ug(e,`checkLinkerFlagsForInternalLink`);return{readsCppflags:/^\tflagSources := .*"CGO_CPPFLAGS"/m.test(t),distrustedCompilerFlag:e=>i===void 0?void 0:Wg(e,n,i),distrustedLinkerFlag:e=>a===void 0?void 0:Wg(e,r,a)}}function Vg(e,t){let n=[...Hg(e,t).matchAll(/^\tre\(`([^`]*)`\)/gm)].map(([,e])=>RegExp(`^(?:${e??``})$`,`s`)),r=[...Hg(e,`${t}WithNextArg`).matchAll(/"([^"]*)"/g)].map(([,e])=>e??``);return{patterns:n,withArgument:new Set(r)}}function Hg(e,t){return RegExp(`^var ${t} = [^{]*\\{\\n(.*?)^\\}`,`ms`).exec(e)?.[1]??``}function Ug(e,t){return RegExp(`^func ${t}\\(.*?^\\}`,`ms`).exec(e)?.[0]}function Wg(e,t,n){let r=[...n.matchAll(/fl == "([^"]+)"/g)].map(([,e])=>e??``),i=[...n.matchAll(/HasPrefix\(fl, "([^"]+)"\)/g)].map(([,e])=>e??``);for(let n=0;n<e.length;n++){let a=e[n]??``;if(r.includes(a)||i.some(e=>a.startsWith(e)))return a;if(Gg(a,t.patterns))continue;let o=e[n+1];if(!t.withArgument.has(a)||o===void 0||!Kg(a,o))return a;n++}}function Gg(e,t){let n=e=>t.some(t=>t.test(e));return n(e)?!0:e.startsWith(`-Wl,--push-state,`)?e.split(`,`).slice(1).every(e=>n(`-Wl,${e}`)):!1}function Kg(e,t){let n=e=>/^[0-9A-Za-z_./\u0080-\uffff]/.test(e);return n(t)?!0:e.startsWith(`-Wl,`)?t.startsWith(`-Wl,`)&&n(t.slice(4))&&!t.includes(`,`,4):e===`-I`&&/^(?:=|\$SYSROOT)/.test(t)&&n(t.slice(1))}function qg({graph:e,package:t}){for(let n of L(e,t)){let r=e.get(n);if(n===t||Jg.has(n))continue;let i=r===void 0?`the go command does not list it`:r.error;if(i!==null)return`${n} cannot be loaded (${(nt(e,t,n)??[t,n]).join(` → `)}): ${i.trim()}`}return null}const Jg=/* @__PURE__ */ new Set([`C`,`unsafe`]);function Yg({cgoGraph:e},t,[n,r]){if(r.kind===`fails`||r.kind===null)return[];let i=t.packages.filter(t=>Xg(t,e)).map(({importPath:e})=>e),a=t.packages.filter(e=>Zg(e,t)).map(({importPath:e})=>e),o=r.kind===`static`||r.kind===`static-pie`;return[...i.length>0?[`whether ${x(i)} ${i.length>1?`compile`:`compiles`} without cgo`]:[],...o&&n.mode===`external`&&a.length>0?[`what the C code of ${x(a)} calls`]:[]]}function Xg({importPath:e,standard:t,cgoFiles:n},r){return!t&&n.length===0&&(r.get(e)?.cgoFiles.length??0)>0}function Zg({importPath:e,cgoFiles:t,standard:n},{goos:r}){return!n&&t.length>0&&!Yf(e,r)}async function Qg({cells:e,goflags:t},n,r){let i=new Mg(r),[a,o]=await Promise.all([zg.security,zg.exec].map(e=>r.readText(H(n.root,e)))),s=a===void 0||o===void 0?null:Bg({security:a,exec:o}),c={goVersion:n.version,goflags:t,env:n.env},l=await e_(e,n,r);return e.map(e=>{if(e.skip!==null)return{planned:e,prediction:null};let[t=``]=ke(e.cgoEnv.CC),n=l.has(t)?{missingCompiler:t}:{},r={...Fg(e,c),...n},a=Op(r,s),o=i.find(r.packages),u=$g(e,{facts:r,link:a,dynamicImports:o}),d=s===null&&a.mode===`internal`&&a.hasRuntimeCgo,f=[...u.unseen,...Yg(e,r,[a,u]),...d?[`which C flags this Go trusts its own linker with`]:[]];return{planned:e,prediction:{facts:r,link:a,dynamicImports:o,linkage:{...u,unseen:f}}}})}function $g(e,{facts:t,link:n,dynamicImports:r}){let i=e.graph.get(e.package)?.error??null;if(i!==null)return wh(i);let a=qg(e),o=e.strategy.needs===`musl`||e.cgoEnv.CC.includes(`musl`);if(a!==null)return Th(a);let s=Pg(t.packages,t.minor);if(s!==null)return wh(s);let[c]=o&&n.mode===`external`?uf(t.packages,e.flags):[];return c===void 0?Ch(t,n,r):wh(c.muslTag===null?`${c.path} has C code for glibc alone`:`${c.path} brings a library that was compiled for glibc; -tags ${c.muslTag} takes the one for musl`)}async function e_(e,t,n){let r=new Set(e.map(({cgoEnv:e})=>ke(e.CC)[0]??``)),i=e=>e!==``&&(V(e)||!/[/\\]/.test(e)),a=await Promise.all([...r].filter(i).map(async e=>await n.which(e,t.env)===void 0?[e]:[]));return new Set(a.flat())}async function t_(e,t,{toolchain:n,go:r,ports:i,examine:a,advise:o,savesCache:s}){let{plan:c,request:l}=e,{where:u,gate:d,artifacts:f}=l,p={...u,goflags:c.goflags,go:r,files:i.files,onlyProven:!0},m=Qg(c,r,i.files).then(e=>dg(cu(e),p));await Promise.allSettled([m,t]);let[{cells:h},g]=[await m,await t],_=[d,g.kind===`listed`?g.requirements.rules:null],v=!s&&f.prove.length===0&&f.outputDir===null,y=await rl(h.filter(e=>v&&Ag(e,_)).map(({planned:e})=>e),g,{toolchain:n,ports:i,head:e}),b=h,x=async e=>{b=await r_(b,a({...c,cells:n_(c,e)},l,{go:r,ports:i}))},S=()=>Sg(b,e=>kg(e,d)),C=xg(b,y);C.length>0&&await x(C);for(let e=S();e.length>0;e=S())await x(e);let w=await fg(b,{...p,untried:[]});return{examined:await o({cells:b,recommendation:w}),base:g,unchanged:y}}function n_({cells:e},t){let n=new Set(t);return e.filter(e=>n.has(e))}async function r_(e,t){let n=new Map((await t).cells.map(e=>[e.planned,e]));return e.map(e=>n.get(e.planned)??e)}async function i_(e,t){if(!ot(t.env))return null;let n=G(e),r=await dt(n,t);if(!(`why`in r))return l_(await a_(r.root,t),r.prefix);let{GITHUB_WORKSPACE:i=``}=t.env,a=W(i,n).replaceAll(`\\`,`/`);return i===``||/^\.\.(?:\/|$)|^(?:\/|[A-Za-z]:)/.test(a)?null:a}async function a_(e,t){let n=await o_(e,t)??await s_(e,t);return n===null?``:l_(await a_(n,t),W(n,e).replaceAll(`\\`,`/`))}async function o_(e,t){let n=await R(P(e,t)(`rev-parse`,`--show-superproject-working-tree`));return n===null?null:G(n)}async function s_(e,t){let n=await dt(B(e),t);return`why`in n||n.root===e?null:await c_(n.root,t)&&!await c_(e,t)?n.root:null}async function c_(e,t){let{GITHUB_REPOSITORY:n=``}=t.env,r=(await R(P(e,t)(`config`,`--get`,`remote.origin.url`))??``).toLowerCase().replace(/\/$|(?:\.git)?\/?$/,``);return n!==``&&(r.endsWith(`/${n.toLowerCase()}`)||r.endsWith(`:${n.toLowerCase()}`))}function l_(...e){return e.filter(e=>e!==``).join(`/`)}const u_=/^[0-9a-f]{2}\/[0-9a-f]{64}-(?:a|d|d\/[^/]+)$/;function d_(e){return e.filter(({path:e,isFolder:t})=>!t&&u_.test(e))}function f_(e){let t=d_(e);return t.length>=32||g_(t)>1<<20}function p_(e,t){let n=new Map(e.filter(({isFolder:e})=>e).map(({path:e,mtimeMs:t})=>[e,t]));return d_(e).filter(({path:e,mtimeMs:r})=>{let i=e.slice(0,e.lastIndexOf(`/`));return Math.max(r,(i.endsWith(`-d`)?n.get(i):void 0)??0)>t})}function m_(e){let t=/^(.+)\/@v\/([^/]+)\.zip(?:hash)?$/.exec(e);return t===null?void 0:`${t[1]??``}@${t[2]??``}`}function h_({path:e,isFolder:t}){return!t&&!e.startsWith(`golang.org/toolchain/`)&&!/\.(?:lock|partial|tmp)$/.test(e)}function g_(e){return e.reduce((e,{size:t})=>e+t,0)}function __(e,t){if(e.length===0)return{save:!1,why:`nothing in it was needed`};if(t.length===0)return{save:!0,why:`it is new`};let n=new Set(t.map(({path:e})=>e)),r=new Set(e.map(({path:e})=>e)),i=g_(e.filter(({path:e})=>!n.has(e))),a=g_(t.filter(({path:e})=>!r.has(e))),o=g_(t),s=e=>`${Math.round(100*e/Math.max(1,o))} %`;return{save:i+a>=.1*o,why:`${s(i)} of it is new and ${s(a)} of the restored entry was not needed`}}function v_(e,t){return e===`false`?A_(`cache: false turns it off`):!D_(t.ACTIONS_RUNTIME_TOKEN)||!(D_(t.ACTIONS_RESULTS_URL)||D_(t.ACTIONS_CACHE_URL))?A_(`the runner offers no cache service`):{...E_(e===`true`?b_(t):w_(t),t),packages:y_(t)}}function y_(e){return/^refs\/(?:pull\/|heads\/gh-readonly-queue\/)/.test(e.GITHUB_REF??``)?!1:x_(e)||S_(e)}function b_(e){let t=e.GITHUB_EVENT_NAME??``;return x_(e)||S_(e)||t===`pull_request`||t===`merge_group`?O_(`cache: true asks for it`):k_(`cache: true is set, but ${C_(e)} may run code of people without write access`)}function x_(e){return T_.has(e.GITHUB_EVENT_NAME??``)}function S_(e){return e.GITHUB_EVENT_NAME===`release`||e.GITHUB_REF_TYPE===`tag`}function C_({GITHUB_EVENT_NAME:e=``}){return e===``?`an unknown event`:e}function w_(e){let t=e.GITHUB_EVENT_NAME??``;return e.RUNNER_ENVIRONMENT===`github-hosted`?S_(e)?A_(`releases are built without a cache`):t===`pull_request`?k_(`a pull request restores only: no other run could read what it saves`):t===`merge_group`?k_(`a merge queue restores only: no other run could read what it saves`):x_(e)?O_(`started by ${t} on a runner of GitHub's own`):A_(`${C_(e)} may run code of people without write access`):A_(`the runner is not hosted by GitHub`)}const T_=/* @__PURE__ */ new Set([`push`,`schedule`,`workflow_dispatch`,`repository_dispatch`]);function E_(e,t){let n=(t.ACTIONS_CACHE_MODE??``).trim().toLowerCase(),r=`the workflow says cache-mode: ${n}`;return n===`none`?A_(r):n===`read`?e.save?{...e,save:!1,why:r}:e:n===`write-only`?e.save?{...e,restore:!1,why:r}:A_(`${r}, and ${e.why}`):e}function D_(e){return e!==void 0&&e!==``}function O_(e){return{restore:!0,save:!0,packages:!0,why:e}}function k_(e){return{restore:!0,save:!1,packages:!0,why:e}}function A_(e){return{restore:!1,save:!1,packages:!1,why:e}}const j_=`GOOS GOARCH GO386 GOAMD64 GOARM GOARM64 GOMIPS GOMIPS64 GOPPC64 GORISCV64 GOWASM GOEXPERIMENT CC CXX CGO_ENABLED CGO_CFLAGS CGO_CPPFLAGS CGO_CXXFLAGS CGO_FFLAGS CGO_LDFLAGS`.split(` `),M_=[`GOCACHE`,`GOCACHEPROG`,`GOMODCACHE`,`GOMOD`,`GOWORK`,`GOENV`,`GOROOT`];async function N_({where:e,build:t},n,r){let i=await Promise.all(n.map(({dir:e})=>F_(e,r))),[a={}]=i,o=await Ht(r.go.env,a,r.ports.files),s=await I_(n,i,r),c=await Promise.all(s.map(e=>L_(e,r.ports))),l=({name:e})=>e!==`-ldflags`;return{buildFolder:(a.GOCACHEPROG??``)===``?B_(a.GOCACHE):null,moduleFolder:B_(a.GOMODCACHE),dependencies:c.flat().join(`
`),hasSums:c.some(([,e])=>e!==``),image:await R_(r.ports),configuration:[j_.map(e=>a[e]),await z_(a.CC??``,r),[r.go.root,a.GOMODCACHE],n.map(({patterns:e})=>e),e.platforms,P_(t.strategies),O(ye(t.flags,`flags`).filter(l)),O(De(o).filter(l))]}}function P_(e){let t=e.map(({env:e,tags:t,buildmode:n,needs:r})=>JSON.stringify([e,t,n,r===`musl`]));return[...new Set(t)].toSorted()}async function F_(e,{go:t}){let n=[`env`,`-json`,...M_,...j_],r=await t.ask(n,{cwd:e});return JSON.parse(St(`go env`,r))}async function I_(e,t,{go:n}){let r=t.map(async({GOMOD:t=``,GOWORK:r=``},i)=>{let a=V(t)?[B(t)]:[];if(!V(r))return a;let o=B(r),s=e[i]?.dir??o,{exitCode:c,stdout:l}=await n.ask([`work`,`edit`,`-json`],{cwd:s}),{Use:u=[]}=c===0?JSON.parse(l):{};return[...a,o,...(u??[]).map(({DiskPath:e})=>B_(e)??H(o,e))]});return[...new Set((await Promise.all(r)).flat())].toSorted()}async function L_(e,{files:t}){let n=async n=>await t.readText(H(e,n))??``;return[await n(`go.mod`)+await n(`go.work`),await n(`go.sum`)+await n(`go.work.sum`)]}async function R_({files:e,env:t,host:n}){let r=n.os===`linux`?await e.readText(`/etc/os-release`)??``:``,i=e=>RegExp(`^${e}="?([^"\\n]*)`,`m`).exec(r)?.[1]??``;return[i(`ID`),i(`VERSION_ID`)].filter(e=>e!==``).join(`_`)||(t.ImageOS??``)}async function z_(e,{go:t,ports:n}){let[r=``,...i]=ke(e),a=await n.files.which(r,t.env);if(a===void 0)return null;let{stdout:o}=await n.ask(a,[...i,`--version`],{cwd:`.`,env:t.env});return o.split(`
`)[0]??``}function B_(e){return e!==void 0&&V(e)?e:null}async function V_(e){let{os:t,arch:n,image:r,goVersion:i}=e,a=await q_(JSON.stringify(e.configuration)),o=[`build`,t,n,r,`go${i}`,a].map(K_),s=W_(e.today);return{key:G_(...o,s,await q_(e.dependencies)),restoreKeys:[`${G_(...o,s)}-`,`${G_(...o)}-`]}}async function H_(e,t){return{key:G_(`modules`,await q_(JSON.stringify([e,t]))),restoreKeys:[`${G_(`modules`)}-`]}}function U_(e,t){return e.toLowerCase()===t.toLowerCase()}function W_(e){let t=864e5,n=Date.UTC(e.getUTCFullYear(),e.getUTCMonth(),e.getUTCDate()),r=new Date(n+(4-(e.getUTCDay()||7))*t),i=1+Math.floor((r.getTime()-Date.UTC(r.getUTCFullYear(),0,1))/(7*t));return`${r.getUTCFullYear()}w${String(i).padStart(2,`0`)}`}function G_(...e){return[`go-linkage-1`,...e].join(`-`)}function K_(e){return e.replace(/[^\w.+]+/g,`_`).slice(0,40)||`unknown`}async function q_(e){let t=await crypto.subtle.digest(`SHA-256`,new TextEncoder().encode(e));return[...new Uint8Array(t).subarray(0,8)].map(e=>e.toString(16).padStart(2,`0`)).join(``)}async function J_(e,t,{go:n,ports:r}){let{folderCache:i,log:a}=r;if(i===void 0)return null;let o=v_(e.cache,r.env),s={port:i,input:e.cache,decision:o,restoreMs:0};if(!o.restore&&!o.save){let t=`no build cache: ${o.why}`;return e.cache===`true`?a.warning(t):a.info(t),{...s,entries:[]}}return a.group(`Restore the build cache`,async()=>{let c=r.now(),l=await Y_(e,{go:n,modules:t,ports:r,port:i,decision:o});for(let e of l)a.info(Q_(e));return{...s,entries:l,restoreMs:r.now()-c}})}async function Y_(e,t){let{modules:n,ports:r,port:a,decision:c}=t;try{let r=await X_(await N_(e,n,t),e,t);return await Promise.all(r.map(e=>Z_(e,c,a)))}catch(e){if(e instanceof s||e instanceof i)throw e;return r.log.info(`no build cache: ${o(e).message}`),[]}}async function X_({buildFolder:e,moduleFolder:t,hasSums:n,...r},i,a){let o=[];if(e!==null&&i.mode===`check`){let{os:t,arch:n}=a.ports.host,i=new Date(a.port.time()),s=await V_({...r,os:t,arch:n,goVersion:a.go.version,today:i});o.push({name:`build`,root:e,folder:e,...s})}if(t!==null&&n){let e=await H_(a.modules.map(e=>e.patterns),r.dependencies);o.push({name:`modules`,root:t,folder:H(t,`cache`,`download`),...e})}return o}async function Z_(e,t,n){let r=e.name===`build`,i=await n.list(e.root,64);if(r?f_(i):i.some(({isFolder:e})=>!e)){let t=r?`GOCACHE`:`GOMODCACHE`;return{...e,refused:`left alone: ${t} was not empty when this step began`,fetched:null}}return r&&!t.packages?{...e,refused:`left alone: the change that is judged may have saved it, and Go would believe its objects`,fetched:null}:t.restore?{...e,refused:null,fetched:await n.fetch({...e,beside:B(e.root)})}:{...e,refused:null,fetched:null}}function Q_({name:e,key:t,refused:n,fetched:r}){return n===null?r?.matchedKey==null?`${e}: nothing restored (${r?.trouble??`no entry`}) for ${t}`:`${e}: restored ${r.matchedKey}`:`${e}: ${n}`}async function $_(e,t,n){if(e===null)return null;let{decision:r,input:i,restoreMs:a}=e,o=t===null||t.some(({status:e})=>e===`built`),s={input:i,restores:r.restore,saves:r.save,why:r.why,entries:await Promise.all(e.entries.map(t=>ev(t,{open:e,isDone:o},n))),timing:{restoreMs:Math.round(a)}};return s.entries.length>0&&n.log.info(ze(s)),s}async function ev(e,t,n){let{name:r,key:a,restoreKeys:s,fetched:c}=e,l=c?.matchedKey??null,u=l===null?`none`:U_(l,a)?`exact`:`older`,d={name:r,key:a,restoreKeys:s,hit:u,matchedKey:l,restored:c===null||l===null?null:{archiveBytes:c.archiveBytes,bytes:g_(c.files)}},f=tv(e,t,u);if(f!==null)return{...d,saved:null,why:f};try{let r=await nv(e,t.open.port,n),{save:i,why:a}=__(r,c?.files??[]);if(!i)return{...d,saved:null,why:`not saved: ${a}`};let o=await t.open.port.keep({...e,beside:B(e.root)},r);return o===null?{...d,saved:{bytes:g_(r)},why:`saved when the job ends: ${a}`}:{...d,saved:null,why:`not saved: ${o}`}}catch(e){if(e instanceof i)throw e;return{...d,saved:null,why:`not saved: ${o(e).message}`}}}function tv({refused:e,fetched:t},{open:n,isDone:r},i){return e===null?i===`exact`?`not saved: it is there already`:n.decision.save?r?t?.answers===!1?`not saved: ${t.trouble??`the service does not answer`}`:null:`not saved: no build came to an end`:`not saved: ${n.decision.why}`:e}async function nv(e,t,{files:n}){let r=await t.list(e.folder);return e.name===`build`?p_(r,t.staleTime):(await Promise.all(r.filter(h_).map(async t=>{let r=m_(t.path);return r===void 0||await n.kindOf(H(e.root,r))===`folder`?[t]:[]}))).flat()}function rv(e){return e.toSorted((e,t)=>e.path<t.path?-1:1).map(iv)}function iv(e){let{path:t,inspection:n,proof:r}=e,{go:i}=n,a=(n.cgoCalls??[]).map(e=>({package:e.package,chain:[],file:null,line:null})),o=`${Tf(n)??`unknown`}/${Ef(n)??`unknown`}`,s=Om(n,a,r),{needs:c,cgoCalls:l,linkage:u}=n;return{package:i?.path??t,platform:o,strategy:null,role:`ships`,status:`built`,reason:null,linkage:Jt(n),link:{mode:n.linkMode,reasons:[]},planned:null,build:null,artifact:e,proof:r,prediction:null,cgo:a,buildInfo:i,findings:s,runsOn:n.format===`elf`?_d({platform:o,linkage:u,inspection:n,machineFlags:[],broken:xd(s)}):[],floors:c===null?[]:Mu(c,{users:a,calls:l,go:i})}}function av(e){return e.map(ov)}function ov({path:e,file:t,start:n}){let{platform:r}=n,i=cv(n);if(t===null){let t=n.entrypoint[0]===void 0?e:`${e}!/${n.entrypoint[0].replace(/^\/+/,``)}`;return{...sv,package:t,platform:r,reason:n.reason,findings:i,image:n}}let a=iv({...t,path:`${e}!${t.path}`,proof:null}),o=({kind:e})=>n.outcome===`starts`&&d[e].isSettledByStart===!0,s=[...i,...a.findings.filter(e=>!o(e))];return{...a,platform:r,findings:s,image:n}}const sv={strategy:null,role:`ships`,status:`skipped`,linkage:null,link:{mode:`unknown`,reasons:[]},planned:null,build:null,artifact:null,proof:null,prediction:null,cgo:[],buildInfo:null,runsOn:[],floors:[]};function cv({outcome:e,reason:t}){return e===`starts`?[]:[{kind:`image-start`,level:e===`does-not-start`?`error`:`warning`,message:t,cause:null,fix:null,...nf}]}async function lv(e,t,{modules:n,go:r,ports:i}){let o=Wh(e);if(o.length===0)return e;let{where:c,build:l}=t,{files:u}=i;try{let{cells:t,goflags:a}=await zo({where:c,build:{...l,strategies:o}},n,{go:r,ports:i,release:null}),s=(await dg(cu(await Qg({cells:t.filter(t=>e.cells.some(({planned:e})=>uv(e,t))),goflags:a},r,u)),{...c,goflags:a,go:r,files:u})).cells,d=l.scope===`needed`,f=await fg(e.cells,{...c,go:r,files:u,untried:s,onlyProven:d});return{...e,recommendation:f}}catch(t){if(t instanceof s||t instanceof a)return e;throw t}}function uv(e,t){return e.package===t.package&&e.platform.name===t.platform.name}async function dv({workingDirectory:e,binaries:t,images:n},r){let i=/* @__PURE__ */ new Map;for(let t of n)for(let n of await fv(t,e,r))i.has(n.path)||i.set(n.path,n);let a=[];for(let n of t)await mv(G(e,n),r)?i.set(n,{path:n,byName:!0}):a.push(n);return{images:[...i.values()].toSorted((e,t)=>e.path<t.path?-1:1),binaries:a}}async function fv(e,t,{files:n}){let r=await n.kindOf(G(t,e));if(r===`other`)throw new s(`images: "${e}" is neither a file nor a folder`);if(r!==void 0)return[{path:e,byName:!0}];if(!/[*?[\]{}!]/.test(e))throw new s(`images: there is no file or folder "${e}"`);let i=await n.glob(e,t);if(i.length===0)throw new s(`images: "${e}" matches no file`);return i.map(e=>({path:e,byName:!1}))}const pv=/^(?:\.\/)?(?:blobs\/|oci-layout$|index\.json$|manifest\.json$|repositories$|(?:sha256:)?[0-9a-f]{64}(?:[./]|$))/;async function mv(e,{files:t,decompression:n}){let r=await t.kindOf(e);if(r===`folder`)return(await Promise.all([`oci-layout`,`index.json`].map(n=>t.kindOf(H(e,n))))).every(e=>e===`file`);if(r!==`file`||!/^(?:tar|gzip|zstd|xz|bzip2) archive$/.test(t.withSource(e,Yt).what))return!1;let{firstMember:i}=await import(`./first-member.js`),a=await i(t.stream(e),n);return a!==null&&pv.test(a)}const hv=new Set(`txt text md markdown mdx rst adoc html htm css svg png jpg jpeg gif ico icns webp pdf ttf woff woff2
  json jsonl json5 yaml yml toml ini cfg conf config env xml csv tsv sql proto graphql lock mod sum tmpl tpl gotmpl desktop service
  log sha1 sha224 sha256 sha384 sha512 sha1sum sha256sum sha384sum sha512sum md5 md5sum sums checksum checksums digest digests b3
  sig asc gpg pgp pem crt cer der key pub minisig cert sbom spdx cdx cyclonedx intoto att attestation bundle sigstore provenance
  sh bash zsh fish ksh ps1 psm1 bat cmd py pl rb lua js mjs cjs ts go c h hpp cc cpp rs java kt awk sed vim nu elv
  gz tgz zip xz txz zst tzst bz2 tbz tbz2 tar 7z lz4 br rar cpio deb rpm apk ipk pkg dmg msi msix appx snap flatpak nupkg iso img
  a o obj lib bc class jar war pdb map dwarf debug`.split(/\s+/)),gv=/^(?:license|licence|copying|notice|authors|contributors|maintainers|owners|readme|changelog|changes|history|news|todo|version|security|makefile|dockerfile|containerfile|checksums?|sha\d*sums?|md5sums?|manifest|install)(?:[._-].*)?$/iu,_v=/^[^\d.]+\.[1-9]$/u;function vv(e,{format:t,what:n}){if(t!==null)return!1;if(n===`script`)return!0;let r=on(e),i=/\.([^.]+)$/u.exec(r)?.[1]?.toLowerCase()??``;return hv.has(i)||gv.test(r)||r.startsWith(`.`)||n===`text file`&&_v.test(r)}async function yv({workingDirectory:e,binaries:t,digests:n},{files:r,log:i,now:a}){let o=await Sv(t,e,r),c=[],l=[];for(let{path:t,byName:i}of o){let o=a(),{inspection:u,size:d}=xv(G(e,t),t,r),f=Math.round(a()-o);if(!i&&vv(t,u)){l.push({path:t,reason:u.what.replace(/ file$/,``)});continue}if(i&&u.format===null&&/archive|package/.test(u.what))throw new s(`binaries: "${t}" is not an executable (${u.what}): unpack it and name the binary inside`);let p=n?await r.sha256(G(e,t)):null;c.push({path:t,size:d,sha256:p,inspection:u,inspectMs:f,proof:null})}if(bv(l,i),c.length===0)throw new s(`binaries: "${t.join(` `)}" matches no executable`);return{files:c,skipped:l.toSorted((e,t)=>e.path<t.path?-1:1)}}function bv(e,t){if(e.length===0)return;let n=e.length>3?` and ${e.length-3} more`:``,r=e.slice(0,3).map(({path:e,reason:t})=>`${e} (${t})`);t.info(`skipped (not an executable): ${r.join(`, `)}${n}`)}function xv(e,t,n){try{return n.withSource(e,e=>({inspection:Zt(e,{cgoCalls:!0}),size:e.size}))}catch(e){throw new s(`binaries: "${t}" cannot be read: ${o(e).message}`)}}async function Sv(e,t,n){let r=/* @__PURE__ */ new Map;for(let i of e){let e=await n.kindOf(G(t,i));if(e===`folder`)throw new s(`binaries: "${i}" is a folder; name the files in it, for example "${i.replace(/\/+$/,``)}/*"`);if(e!==void 0){r.set(i,{path:i,byName:!0});continue}if(!/[*?[\]{}!]/.test(i))throw new s(`binaries: there is no file "${i}"`);let a=await n.glob(i,t);if(a.length===0)throw new s(`binaries: "${i}" matches no file`);for(let e of a)r.has(e)||r.set(e,{path:e,byName:!1})}return[...r.values()]}async function Cv(e,t,n){return Promise.all(e.map(async e=>{let{build:r,planned:i}=e;if(r.status!==`built`)return{...e,artifact:null};try{return{...e,artifact:await Tv(r,Ev(i,t),n)}}catch(t){return{...e,build:{...r,...wv(t)},artifact:null}}}))}function wv(e){let t=c(o(e));if(t===null)throw e;return{status:`failed`,output:`the artifact cannot be read or kept: ${t}\n`}}async function Tv({file:e,fileName:t},n,{files:r,now:i}){let a=i(),{inspection:o,size:s}=r.withSource(e,e=>({inspection:Zt(e,{hostFiles:!0}),size:e.size})),c=Math.round(i()-a),l=await r.sha256(e),u=n&&H(n,t);return u!==null&&await r.move(e,u),{path:u,size:s,sha256:l,inspection:o,inspectMs:c}}function Ev({platform:e,strategy:t,package:n},r){return r&&H(r,e.name.replaceAll(`/`,`-`),t.name,n)}const Dv=/^(?:ship|flags|go-version|go-version-file|strategies\..+|[A-Z][A-Z0-9_]*)$/;function Ov(e,{recorded:t,hunks:n}){let r=e.filter(({name:e})=>Dv.test(e)).toSorted((e,n)=>Number(kv(n,t))-Number(kv(e,t))),[i]=r;if(i===void 0)return;let a=Av(i,n);return{text:`${a.file===null?`this change sets how it is built`:`${a.file}:${a.line??1}${jv(a.file,n)?` (the file was removed)`:``}`}: ${x(r.map(Nv))}`,...a}}function kv({name:e,before:t,after:n},r){let i=[e,t,n].join(` `).toLowerCase();return r.some(({key:e})=>i.includes(e.replace(/^-/,``).toLowerCase()))}function Av({name:e,file:t,line:n},r){let i=t===null?[]:r.get(t)??[];return t===null||i.length===0?{file:t,line:t===null?null:n??1}:n===null?{file:t,line:Math.max(Mv(e,i).line,1)}:{file:t,line:(i.some(e=>n>=e.line&&n<e.line+e.count)?void 0:i.find(e=>e.line>=n))?.line??n}}function jv(e,t){let[n,r]=t.get(e)??[];return n?.line===0&&n.count===0&&r===void 0}function Mv(e,t){let n=e.split(`.`).at(-1)??e;return t.find(({removed:e})=>e.some(e=>e.includes(n)))??t[0]??{line:1}}function Nv({name:e,before:t,after:n}){let[,r,i]=/^strategies\.(.+?)\.(\w+(?:\.\w+)?)$/.exec(e)??[];if(r===void 0||i===void 0)return`${Pv[e]??e} is ${Lv(n)} (${Lv(t)} before)`;let a=Fv(i);if(i!==`tags`)return`strategy ${r} has ${a}${Lv(n)} (${Lv(t)} before)`;let[o,s]=[Iv(t,n),Iv(n,t)],c=[...o.length===0?[]:[`lost ${a}${o.join(`,`)}`],...s.length===0?[]:[`gained ${a}${s.join(`,`)}`]];return`strategy ${r} ${x(c)}`}const Pv={"go-version":`Go`,CC:`the C compiler (CC)`,CXX:`the C++ compiler (CXX)`};function Fv(e){return e.startsWith(`env.`)?`${e.slice(4)}=`:`-${e}=`}function Iv(e,t){let n=new Set((t??``).split(`,`));return(e??``).split(`,`).filter(e=>e!==``&&!n.has(e))}function Lv(e){return e===null||e===``?`not set`:e}const Rv=[`-buildmode`,`-tags`,`-race`,`-msan`,`-asan`,`CGO_ENABLED`,`GOEXPERIMENT`];function zv(e,t){let[n,r]=[e.buildInfo,t.buildInfo];if(n===null||r===null)return[];let i=Rv.map(e=>({key:e,before:r.settings[e]??null,after:n.settings[e]??null})),a={key:`Go`,before:r.goVersion,after:n.goVersion};return[...i,a].filter(e=>e.before!==e.after)}function Bv({key:e,before:t,after:n}){return e===`Go`?`${n??`another Go`} (${t??`not known`} before)`:`${e}=${n??``} (${t??`not set`} before)`}const Vv={file:null,line:null};function Hv(e,t,n){let{hunks:r,settings:i}=n,a=Uv(e,t,n),o=t=>t&&Wv(t,e),s=Jv(e,t,r),c=s?.file!=null&&(r.get(s.file)??[]).length>0,l=zv(e,t),u=({by:e})=>e===`c-code`;return o(a.find(e=>!u(e)))??(c?s:void 0)??Ov(i,{recorded:l,hunks:r})??o(a.find(u))??(l.length===0?void 0:{text:`it is built with ${x(l.map(Bv))}`,...Vv})??Gv(e,t,r)??s??Qv(e,t)??$v(e,t)??{text:`no import, setting or linker change explains this: check the C sources and the build flags`,...Vv}}function Uv(e,t,{arrivals:n,what:r}){let i=new Set(t.findings.map(({message:e})=>e)),a=[r,...e.findings.map(({message:e})=>e).filter(e=>!i.has(e))],o=e=>a.some(t=>t.split(/[\s,;:()]+/).includes(e)),s=new Set(e.cgo.map(e=>e.package));return n.filter(({package:e,by:t})=>t===`compiler`||s.has(e)||o(e)).toSorted((e,t)=>Number(o(t.package))-Number(o(e.package)))}function Wv({package:e,chain:t,by:n,detail:r,file:i,line:a},o){let s=o.buildInfo?.main?.path??null,c=`${i}:${a}`,l=t.length<3?``:` (${t.map(e=>qv(e,s)).join(` → `)})`,u=o.findings.some(({kind:e})=>e===`dynamic-import`)?`which uses C libraries`:`which uses cgo`;return{text:{import:r===`C`?`${c} (added here) has import "C" in ${e}, ${u}`:`${Kv({package:e,chain:t,file:i,line:a},` (added here)`,s)}, ${u}`,constraint:r===`C`?`${c} (changed here): the file is part of ${e} now, and has import "C"`:`${c} (changed here): the file is part of the build now, and imports ${r}, ${r===e?u:`which leads to ${e}`}`,module:`${c} (changed here) names ${r}, with which ${e} uses cgo${l}`,"cgo-flags":`${c} (added here) hands ${r} to the linker, in ${e}`,compiler:`${c} (changed here) is the C compiler`,"c-code":`${c} (changed here) is C code of ${e}`}[n],file:i,line:a}}function Gv(e,t,n){let r=new Set(t.cgo.map(e=>e.package)),i=e.cgo.find(e=>!r.has(e.package));if(i===void 0)return;let a=i.file===null?void 0:n.get(i.file),{line:o}=i,s=o!==null&&(a??[]).some(e=>o>=e.line&&o<e.line+e.count),c=a!==void 0&&!s&&(n.get(`go.mod`)??[]).length>0?`; that import is not new, but go.mod changed`:``,l=e.buildInfo?.main?.path??null;return{text:`${Kv(i,s?` (added here)`:``,l)}, which uses cgo${c}`,file:i.file,line:i.line}}function Kv({package:e,chain:t,file:n,line:r},i,a){let o=n===null?t[0]??e:`${n}:${r??1}${i}`;if(t.length<2)return`${o} has import "C" in ${e}`;let s=t.slice(1,-1),c=t.map(e=>qv(e,a));return s.length===0?`${o} imports ${e}`:`${o} leads to ${e} (${c.join(` → `)})`}function qv(e,t){return t!==null&&e.startsWith(`${t}/`)?e.slice(t.length+1):e}function Jv(e,t,n){let r=new Set(e.cgo.map(e=>e.package)),[i]=t.cgo.filter(e=>!r.has(e.package));if(i===void 0||e.link.mode!==`internal`||t.link.mode!==`external`)return;let a=e.cgo.map(e=>e.package),o=a.length===0?`nothing uses cgo now`:`only ${x(a)} still ${y(a)} cgo`,s=e.findings.some(({kind:e})=>e===`extldflags-ignored`)?` and ignores -extldflags=-static`:``;return{text:`${Yv(i,n)}; ${o}, so Go links internally${s}`,...Zv(i,n)}}function Yv(e,t){let{package:n,chain:r,file:i}=e;if(r.length>=2)return`${n} is no longer imported`;let a=i===null?void 0:t.get(i);return a!==void 0&&a.length>0&&Xv(e,a)===void 0?`${i??n} is no longer part of the build`:`import "C" was removed from ${i??n}`}function Xv({package:e,chain:t},n){let r=t.length<2?`"C"`:`"${e}"`;return n.find(({removed:e})=>e.some(e=>e.includes(r)))}function Zv(e,t){let n=e.file===null?void 0:t.get(e.file);if(n===void 0)return Vv;let r=Xv(e,n)??n[0];return r===void 0||r.line===0?Vv:{file:e.file,line:r.line}}function Qv(e,t){let n=new Set(t.findings.map(({kind:e,message:t})=>`${e}\n${t}`)),r=e.findings.find(({kind:e,message:t})=>d[e].explainsRegression===!0&&!n.has(`${e}\n${t}`));return r&&{text:r.message,file:r.file,line:r.line}}function $v(e,t){if(e.link.mode===t.link.mode)return;let n=e.link.reasons.length===0?``:`: ${e.link.reasons.join(`; `)}`;return{text:`the ${e.link.mode} linker made it, and the ${t.link.mode} one before${n}`,...Vv}}const ey={end:m,beginning:v};function ty(e,t,n){return e.some(e=>{let[r,i]=[iy(e),iy(t)];return r===i||r===`**`||!ay(i)&&ey[n](r,i)})}function ny(e,t,n){let[r,i]=[e,t].map(e=>{let t=iy(e).split(`/`);return n===`end`?t.toReversed():t});for(let[e,t]of(r??[]).entries()){let n=i?.[e];if(n===void 0||t.includes(`**`)||n.includes(`**`))return!0;if(!ry(t,n))return!1}return!0}function ry(e,t){return ay(e)&&ay(t)?!0:ay(e)?g(e,t):g(t,e)}function iy(e){return e.replace(/^\.\//,``).replaceAll(/\.{3}|\*{3,}/g,`**`)}function ay(e){return/[*?]/.test(e)}function oy(e,t,n){let r=[...[e.policy.today,...[...e.policy.rules,...t.policy.rules].flatMap(sy)].filter(t=>t>=e.policy.today).flatMap(n=>ly(cy(e,n),cy(t,n))),...fy(e,t,n)];return r.filter(({text:e},t)=>r.findIndex(t=>t.text===e)===t)}function sy({expires:e}){if(e===null)return[];let t=/* @__PURE__ */ new Date(`${e}T00:00:00Z`);return t.setUTCDate(t.getUTCDate()+1),[t.toISOString().slice(0,10)]}function cy({require:e,policy:t,runsOn:n,maxGlibc:r},i){let a={packages:[`**`],platforms:[`**`],maxGlibc:r,runsOn:n,needed:null,allow:[]},o=t.rules.filter(e=>!w(e,{...t,today:i})),s=o.map(e=>({...e,runsOn:e.runsOn??(e.require===`none`?[]:n)}));return[{...a,require:e,rule:null},...s.map((e,t)=>({...e,rule:o[t]??null}))]}function ly(e,t){return dy(e,t)?[]:e.length*t.length>uy?[{rule:null,text:`too many rules differ to compare them`}]:e.flatMap((n,r)=>{let i=e.slice(r+1),a=t.findLastIndex(e=>py(e,n));return t.slice(Math.max(a,0)).flatMap((e,t)=>{let r=t>0&&!my(e,n)||i.some(t=>py(t,e)),a=n.rule===null&&e.rule===null;return r||a||!_y(n,e)?[]:[{rule:n.rule,text:`${yy(n.rule===null?e:n)} ${by(e)} → ${by(n)}`}]})})}const uy=25e4;function dy(e,t){let[n,r]=[e,t].map(e=>JSON.stringify(e.map(({packages:e,platforms:t,require:n,maxGlibc:r,needed:i,allow:a,runsOn:o})=>[e,t,n,r,i,a,gy(o)])));return n===r}function fy(e,t,n){return n.filter(f).flatMap(n=>{let[r,i]=[pe(n,e.policy),pe(n,t.policy)],a=(i?.require??t.require)===`none`;return r?.require===`any`&&r.isImplied!==!0&&a?[{rule:r,text:`${yy({...r,rule:r})} none → any`}]:[]})}function py(e,t){return t.packages.every(t=>ty(e.packages,t,`end`))&&t.platforms.every(t=>ty(e.platforms,t,`beginning`))}function my(e,t){return e.packages.some(e=>t.packages.some(t=>ny(e,t,`end`)))&&e.platforms.some(e=>t.platforms.some(t=>ny(e,t,`beginning`)))}const hy={none:0,any:1,dynamic:2,system:3,static:3,"static-pie":4};function gy(e){return[...new Set((e??[]).flatMap(({ids:e})=>e))]}function _y(e,t){let[n,r]=[hy[e.require],hy[t.require]];if(n<r||e.allow.some(e=>!t.allow.includes(e)))return!0;if(n>r&&n>=hy.static)return!1;let i=gy(e.runsOn);return gy(t.runsOn).some(e=>!i.includes(e))?!0:t.maxGlibc!==null&&(e.maxGlibc===null||M(e.maxGlibc,t.maxGlibc))||t.needed!==null&&(e.needed===null||!vy(e.needed,t.needed))}function vy(e,t){return e.every(e=>t.some(t=>t===e||t===`**`||!/[*?]/.test(e)&&g(t,e)))}function yy({packages:e,platforms:t}){let n=t.includes(`**`)?``:` on ${t.join(`, `)}`;return`${e.includes(`**`)?`all programs`:e.join(`, `)}${n}`}function by({require:e,maxGlibc:t,needed:n,allow:r,runsOn:i}){let a=(i??[]).map(({name:e})=>e);return[e,...a.length===0?[]:[`starts on ${a.join(`, `)}`],...t===null?[]:[`glibc ${t}`],...n===null?[]:[`needs ${n.join(`, `)||`nothing`}`],...r.length===0?[]:[`allows ${r.join(`, `)}`]].join(`, `)}function xy(e,t,{baseRules:n,isChange:r,baseName:i}){let{demanded:a,policy:o}=t,s=pe(e,o);if(a===null||!r||s===void 0||!_y(s,Sy(a))||(n===null?[]:[e,{...e,package:i??e.package}]).flatMap(e=>n===null?[]:pe(e,n.policy)??[]).some(e=>!_y(s,e)))return{rules:t,why:null};let c=`the rule at ${te(s,o)} is weaker, and applies once the base commit has it`;return{rules:{...t,require:a,policy:{...o,rules:[]}},why:c}}function Sy(e){return{require:e,maxGlibc:null,needed:null,allow:[],runsOn:null}}function Cy(e,t,[n,r]){return{kind:t,outcome:Dy(t,r),target:Oy(e),message:n}}function wy(e,t,n){return{kind:t,outcome:`warn`,target:Oy(e),message:n}}function Ty(e,t){if(e.baseline===`build`)return`fail`;let n=Ey(e);return t&&n===`warn`?`fail`:n}function Ey({onMissingBaseline:e,policy:t}){let n=t.source?.lines[`on-missing-baseline`]!==void 0&&t.source.given[`on-missing-baseline`]===void 0;return e===`pass`&&n?`warn`:e}function Dy(e,{failOn:t}){return t.includes(e)?`fail`:`warn`}function Oy(e){let{package:t,platform:n}=e;if(!(`strategy`in e))return{package:t,platform:n,strategy:null,file:null};let{strategy:r,artifact:i,image:a}=e,o=i?.path??(a==null?null:t);return{package:t,platform:n,strategy:r,file:r===null?o:null}}function ky(e,t,n){let r=ce(e,t),i=M(e.linkage?.minGlibc??null,r)&&r!==null,a=ne(e,t).flatMap(({id:t,row:n})=>{let r=My(t,e);return n?.outcome===`does-not-start`&&r!==null?[r]:[]});return jy([...i?[r]:[],...a],e,n)}function Ay(e,t){return t.linkage?.libc===`glibc`?jy(oe(e,t).flatMap(t=>My(t,e)??[]),e,!1):null}function jy(e,t,n){let{linkage:r,floors:i=[],platform:a}=t,[o,...s]=e;if(o===void 0||r?.libc!==`glibc`||r.minGlibc===null)return null;let c=s.reduce((e,t)=>M(e,t)?t:e,o);if(!M(r.minGlibc,c))return null;let l=i.some(({library:e})=>e.startsWith(`libstdc++`));return Ed(c,{processor:a.split(`/`)[1]??``,usesCxx:l},n)}function My(e,{platform:t}){return Fe(e).processors.find(e=>e.processor===t.split(`/`)[1])?.versions.GLIBC??null}function Ny(e,{base:t,change:n,rules:r,baseRules:i}){return C(e,i)===void 0?t===void 0||n?.kind!==`regression`?!1:T(r,e,t.cell)&&!T(i,e,t.cell):!0}function Py(e,t,n){let r=Iy(`${Ly(e)} ${e.platform} ${se(e,n)} → ${se(e,t)}`,{rules:t,baseRules:n});return{judgement:r,finding:{kind:`policy-relaxed`,level:r.outcome===`fail`?`error`:`warning`,message:r.message,cause:null,fix:`have it reviewed by those who answer for the policy, or take the change to it back`,...de(pe(e,t.policy)??null,t.policy),column:null}}}function Fy({rules:e,relaxations:t},{rules:n,shipped:r,decided:i}){if(e===null)return[];let a=oy(n,e,r).filter(({rule:e})=>e===null||!i.includes(e)).map(({text:e})=>e);return[...t,...a].map(t=>Iy(t,{rules:n,baseRules:e}))}function Iy(e,{rules:t,baseRules:n}){return{kind:`relaxation`,outcome:t.policyRelaxation===`fail`||n.policyRelaxation===`fail`?`fail`:`warn`,target:null,message:`this change relaxes the policy: ${e}`}}function Ly({package:e,buildInfo:t}){let n=`${t?.main?.path??``}/`;return n!==`/`&&e.startsWith(n)?e.slice(n.length):e.split(`/`).at(-1)??e}function Ry(e,t,n){let{baseRules:r,isChange:i}=n,{rules:a,why:o}=xy(e,zy(e,n.rules),{baseRules:r,isChange:i,baseName:t?.cell.package??null}),s=By(e,a),c={...n,rules:a},l=Vy(C(s,a),o),u=Wy(s,t,c),d=$y(s,{base:t,violation:l,rules:a}),f=l===void 0&&r!==null&&Ny(s,{base:t,change:u.full,rules:a,baseRules:r}),p=f?Py(s,a,r):void 0,m=l===void 0?u.counted:u.full;return{findings:[...l===void 0||Uy(d)?[]:[Yy(s,l,c)],...p===void 0?[]:[p.finding],...m===void 0?[]:[Ky(s,{base:t,change:m,rules:a})]],own:s.findings,change:m===void 0?null:Gy(m),judgement:Hy([...Xy(s,{base:t,change:m,rules:a}),...Zy(s,t,c),...d??Qy(s,l,a)]),relaxation:p?.judgement,relaxedBy:f?pe(s,a.policy):void 0}}function zy({role:e},t){return e===`unreleased`?{...t,failOn:t.failOn.filter(e=>e===`policy`)}:t}function By(e,{policy:t}){let n=pe(e,t);if(n===void 0||n.allow.length===0)return e;let r=e=>e.level===`warning`&&n.allow.includes(e.kind)?{...e,level:`info`,message:`${e.message} (${te(n,t)} allows ${e.kind})`}:e;return{...e,findings:e.findings.map(r)}}function Vy(e,t){return e&&t!==null?{...e,demand:`${e.demand} (${t})`}:e}function Hy(e){return e.find(({outcome:e})=>e===`fail`)??e[0]}function Uy(e){return e?.some(({kind:e,outcome:t})=>e===`build`&&t===`fail`)??!1}function Wy(e,t,{rules:n,hunks:r,settings:i}){let a=t===void 0||t.from===`same-files`?void 0:Qa(e,t.cell);if(t===void 0||a===void 0)return{full:void 0,counted:void 0};let o=a.kind===`build`,s=t.settings??[],c={what:a.what,arrivals:t.arrivals??[],hunks:r,settings:[...s,...i]},l={...a,cause:o?null:Hv(e,t.cell,c)};if(o||!T(n,e,t.cell))return{full:l,counted:l};let{linkage:u,runsOn:d=[]}=t.cell,f=Qa({...e,linkage:u,runsOn:d},t.cell);return{full:l,counted:f&&{...f,cause:null}}}function Gy({what:e,summary:t,detail:n,cause:r}){return n!==null&&r?.text===n?t:e}function Ky(e,{base:t,change:n,rules:r}){let{kind:i,what:a,cause:o}=n,s=r.failOn.includes(i)?`error`:`warning`;if(i===`build`){let{fix:t,file:n,line:r,column:i}=e.findings[0]??{fix:null,...nf};return{kind:`build-broken`,level:s,message:a,cause:null,fix:t,file:n,line:r,column:i}}let{text:c,file:l,line:u}=o??{text:null,file:null,line:null};return{kind:`regression`,level:s,message:c===null?a:`${Gy(n)}: ${c}`,cause:c,fix:qy(e,t),file:l,line:u,column:null}}function qy(e,t){let{findings:n}=e;return(t===void 0||f(t.cell)?null:Ay(e,t.cell))??n.find(({fix:e,kind:t})=>e!==null&&d[t].hasUnrelatedFix!==!0)?.fix??null}function Jy(e){return tb(e)?`it ${eb}`:e.status===`skipped`||e.status===`failed`?`it was not built: ${e.reason??e.status}`:`it ${ib(e)} ${p(e)}`}function Yy(e,t,{rules:n,recommendation:r}){let{rule:i,demand:a}=t,o=Jy(e),s=(i===null||i.require===`static`||i.require===`system`)&&!f(e)&&r?.strategy!=null?`ship with ${r.strategy}, which is static here`:null,c=ky(e,n,s!==null),l=ne(e,n).find(({row:e})=>e?.fix!=null)?.row?.fix??null,u=i===null?null:`if this is intended, change the rule`;return{kind:`policy`,level:n.failOn.includes(`policy`)?`error`:`warning`,message:`${o}, and ${a}`,cause:a,fix:[l,s,c,u].filter(e=>e!==null).join(`; or `)||null,...de(i,n.policy),column:null}}function Xy(e,t){let{base:n,change:r,rules:i}=t;if(r!==void 0)return[Cy(e,r.kind,[Ky(e,{base:n,change:r,rules:i}).message,i])];if(e.status!==`built`||n===void 0||n.cell.status===`built`)return[];let a=Ty(i,n.cell.fault===`machine`||n.cell.fault===`unknown`),o=`could not be compared: the base was not built (${n.cell.reason??n.cell.status})`;return a===`pass`?[]:[{kind:`baseline`,outcome:a,target:Oy(e),message:o}]}function Zy(e,t,{usesCache:n,rules:r}){let i=[e,t?.cell].some(e=>e?.status===`built`&&e.prediction?.agrees===!1);return!n||!i?[]:[Cy(e,`build`,[`is not linked as its sources say${ab(e.strategy)}, and Go's build cache was restored: run it with cache: false`,r])]}function Qy(e,t,n){let r=ab(e.strategy),i=ib(e),a=tb(e)?eb:`${i} ${p(e)}${r}`,o=e.findings.find(({kind:e})=>e===`crash-at-start`||e===`refused`),s=e.findings.find(({kind:e})=>e===`image-start`),c=e.image?.outcome===`starts`?null:e.linkage?.reason??null,l=e.findings.find(({level:e})=>e===`warning`);return[...s?.level===`error`?[Cy(e,`build`,[`does not start: ${s.message}`,n])]:[],...s?.level===`warning`?[wy(e,`caveat`,`is not known to start: ${s.message}`)]:[],...o===void 0?[]:[Cy(e,`build`,[`${i} broken${r}: ${o.message}`,n])],...t===void 0?[]:[Cy(e,`policy`,[`${a}, and ${t.demand}`,n])],...c===null?[]:[wy(e,`unjudged`,`could not be judged${r}: ${c}`)],...l===void 0?[]:[wy(e,`caveat`,`${a}: ${l.message}`)]]}function $y(e,t){let{base:n,violation:r,rules:i}=t,a=nb(e,ab(e.strategy));if(a===null)return;let o=r===void 0?[]:[Cy(e,`policy`,[`${a}, and ${r.demand}`,i])];if(e.status===`skipped`&&e.fault===`sources`)return[...o,wy(e,`unjudged`,a)];if(rb(e,n)){let t=`${a}; nor did the base commit`,n={kind:`baseline`,outcome:`fail`,target:Oy(e),message:t};return i.baseline===`build`?[...o,n]:[...o,wy(e,`build`,t)]}return[Cy(e,`build`,[a,i]),...o]}const eb=`has no program that could be judged`;function tb({image:e,artifact:t}){return e!=null&&t===null}function nb(e,t){return tb(e)?null:e.status===`failed`?`does not build${t}: ${e.reason??`go build failed`}`:e.status===`skipped`?`was not built${t}, the strategy that ships: ${e.reason??`skipped`}`:_(e)===`fails`?`will not build${t}: ${e.prediction?.because??``}`:null}function rb({status:e,reason:t,fault:n},r){let i=e=>(e??``).replaceAll(/:\d+(?::\d+)?/g,``);return e!==`failed`||n!==`sources`?!1:r?.cell.status===`failed`&&i(r.cell.reason)===i(t)}function ib({status:e}){return e===`predicted`?`will be`:`is`}function ab(e){return e===null?``:we(e)?` in its build ${e}`:` with ${e}`}function ob(e,t){let n=e.filter(({outcome:e})=>e===`fail`),[r,...i]=n.length>0?n:e;if(r===void 0)return``;let a=i.length===0?``:` (and ${i.length} more like it)`;return`${r.target===null?``:`${db(r.target,t)} `}${r.message}${a}`}function sb(e,t){let n=e.filter(({status:e,base:t})=>e===`predicted`&&t?.unchanged===!0).length,r=cb(e,t);return n===0?r:n===e.length?`${r} (unchanged, so nothing was built)`:`${r} (${n} of ${e.length} are unchanged and were not built)`}function cb(e,{policy:t}){let n=e.filter(e=>!h(e)),r=n.length>0?n:e,[i]=r;if(i===void 0)return`nothing is shipped`;let a=r.filter(e=>!f(e)),{subject:o,isOne:s}=ub(a.length===0?r:a,r),c=r.every(({status:e})=>e===`predicted`),l=c?`will be`:s?`is`:`are`;if(n.length===0)return`${o} ${l} WebAssembly, which is not linked`;if(a.length>0){let e=a.every(e=>pe(e,t)!==void 0);return`${o} ${l} ${lb(a)}; ${e?`the rules allow it`:`no rule forbids it`}`}let u=r.filter(e=>_(e)===`system`),d=c?`will use`:s?`uses`:`use`;return u.length===r.length?`${o} ${d} only system libraries`:`${o} ${l} static${u.length>0?` or ${d} only system libraries`:``}`}function lb(e){let t={dynamic:`dynamic`,library:`a library`,fails:`not built`},[n,...r]=j(e.map(e=>_(e)??`unknown`));return r.length>0?`not static`:t[n??``]??`not known`}function ub(e,t){let[n]=e;if(n===void 0)return{subject:`nothing`,isOne:!0};let r=n.strategy===null,i=e=>r?e.length:new Set(e.map(e=>e.package)).size,a=new Set(t.map(({platform:e})=>e)).size;if(e.length===1)return{subject:db(Oy(n),t),isOne:!0};let[o,s]=[i(e),i(t)];if(o===1){let t=e.length<a?`${e.length} of ${a} platforms`:`${a} platforms`;return{subject:`${re(n.package)} on ${t}`,isOne:!0}}let c=r?`files`:`programs`;return e.length<t.length?{subject:`${o} of ${s} ${c}`,isOne:!1}:{subject:`all ${s} ${c}${!r&&a>1?` on ${a} platforms`:``}`,isOne:!1}}function db(e,t){if(e.file!==null)return e.file;let n=t.some(({platform:t})=>t!==e.platform),r=re(e.package);return n?`${r} on ${e.platform}`:r}function fb(e,t){let n=e.map(e=>pb(e,t)),r=n.map(({cell:e})=>e),i={problems:n.flatMap(({judgement:e})=>e??[]),relaxations:n.flatMap(({relaxation:e})=>e??[]),decided:n.flatMap(({relaxedBy:e})=>e??[])};return{cells:r,verdict:mb(r,i,t),targets:i}}function pb(e,{recommendation:t,rules:n,base:r,usesCache:i=!1}){if(e.role===`compared`)return{cell:{...e,base:null}};let a=t=>t.package===e.package&&t.platform===e.platform,o=r?.cells.find(({head:t})=>a(t)&&t.strategy===e.strategy),{findings:s,own:c,change:l,...u}=Ry(e,o,{rules:n,baseRules:r?.rules??null,isChange:r?.isChange??!1,settings:r?.changes??[],hunks:r?.hunks??/* @__PURE__ */ new Map,recommendation:t.find(a),usesCache:i}),d=[...s,...c,...xb(r?.moved.get(e.package))];return{cell:{...e,base:o===void 0?null:Tb(o,l),findings:d},...u}}function mb(e,t,{rules:n,base:r,isWhole:i=!1,notUnderstood:a=[]}){let o=[...t.problems,...r===null?[]:[...bb(r,n),...yb(r,n)],...A(a,({why:e})=>e).map(Sb),...Cb(n),...i?wb(n,e):[]].toSorted((e,t)=>gb.indexOf(e.kind)-gb.indexOf(t.kind)),s=e.filter(({role:e})=>e!==`compared`),c=s.filter(({role:e})=>e===`ships`),l=c.length===0?s:c,{decided:u}=t,d=[...t.relaxations,...r===null?[]:Fy(r,{rules:n,shipped:s,decided:u})].filter(vb),f=(_b(o)&&!_b(d)?[o,d]:[d,o]).filter(({length:e})=>e>0),p=f.flat().toSorted((e,t)=>hb[e.outcome]-hb[t.outcome]);return{outcome:p.length===0?`pass`:_b(p)?`fail`:`warn`,reason:f.length===0?sb(l,n):f.map(t=>ob(t,e)).join(`; `),judgements:p}}const hb={fail:0,warn:1},gb=[`leg`,...Ye,`baseline`,`unmatched`,`unjudged`,`caveat`,`expired`,`relaxation`];function _b(e){return e.some(({outcome:e})=>e===`fail`)}function vb({message:e},t,n){return n.findIndex(t=>t.message===e)===t}function yb({gone:e,isMissing:t,isMachineFault:n,steps:r},i){let a=e.map(e=>{let t=`was removed; the base commit builds it${e.reason===null?``:` (${e.reason})`}`;return{kind:`missing`,outcome:Dy(`missing`,i),target:Oy(e),message:t}}),o=t?Ty(i,n):`pass`;return o===`pass`?a:[{kind:`baseline`,outcome:o,target:null,message:`could not compare with the base commit: ${r.at(-1)??`it was not found`}`},...a]}function bb({notListed:e},t){if(e===null)return[];let n=t.require!==`none`||t.policy.rules.length>0;return[{kind:`build`,outcome:n?Dy(`build`,t):`warn`,target:null,message:`the programs cannot be listed: ${e}${n?`, and what the rules ask for was not shown`:`; nor could they on the base`}`}]}function xb(e){return e===void 0?[]:[{kind:`moved`,level:`info`,message:`it is ${e} of the base commit under another import path`,cause:null,fix:null,...nf}]}function Sb([e,...t]){let n=t.map(({file:e,line:t})=>`${e}:${t}`),r=n.length===0?``:`; nor, for the same reason, ${x(n)}`;return{kind:`unjudged`,outcome:`warn`,target:null,message:`${n.length===0?`a release build`:`${n.length+1} release builds`} cannot be judged: ${It(e)}${r}`}}function Cb({policy:e}){return le(e).map(e=>({kind:`expired`,outcome:`warn`,target:null,message:e}))}function wb({policy:e},t){return _e(e,t).map(e=>({kind:`unmatched`,outcome:`warn`,target:null,message:e}))}function Tb({cell:e,from:t},n){let{package:r,status:i,reason:a,linkage:o,link:s,artifact:c}=e,l=t===`same-files`;return{package:r,status:i,reason:a,linkage:o,link:s,unchanged:l,size:l?null:c?.size??null,change:n,from:t}}function Eb(e){let{policy:t}=e,n=t.source&&{...t.source,candidates:[],root:null};return{...e,policy:{...t,source:n}}}function Db({GITHUB_RUN_ID:e=``,GITHUB_RUN_ATTEMPT:t=``}){return e===``?null:{id:e,attempt:Number(t)||1}}function Ob({own:e,notes:t,base:n,targets:r,env:i}){let{plan:a,leg:o}=e;return{digest:a.digest,leg:o.id,legs:a.legs.length,run:Db(i),notes:t,base:kb(n,r),sha256:null}}function kb(e,{relaxations:t,decided:n}){return{isCompared:e!==null,isMissing:e?.isMissing??!1,isMachineFault:e?.isMachineFault??!1,notListed:e?.notListed??null,rules:e?.rules==null?null:Eb(e.rules),relaxations:e?.relaxations??[],ofTargets:t,decided:n.map(({line:e})=>e)}}async function Ab(e){let{plan:t}=e;return t===null?e:{...e,plan:{...t,sha256:await jb(e)}}}function jb(e){return en(JSON.stringify({...e,plan:e.plan&&{...e.plan,sha256:null}}))}async function Mb(e,t){let n=[`GOROOT`,`GOMODCACHE`,`GOCACHE`,`GOPATH`],r=(await t.ask([`env`,...n],{cwd:e})).stdout.split(/\r?\n/),i=t.env.HOME??t.env.USERPROFILE??``;return[...n.map((e,t)=>({path:r[t]??``,shown:`$${e}`})),{path:G(e),shown:`.`},{path:i,shown:`~`}]}function Nb(e,t){let n=t.filter(({path:e})=>e.length>1).toSorted((e,t)=>t.path.length-e.path.length);return Pb(e,e=>n.reduce((e,{path:t,shown:n})=>e.replaceAll(t,n),e))}function Pb(e,t){return typeof e==`string`?t(e):Array.isArray(e)?e.map(e=>Pb(e,t)):typeof e!=`object`||!e?e:Object.fromEntries(Object.entries(e).map(([e,n])=>[e,Pb(n,t)]))}function Fb(e,t,n){let r=e.legs.flatMap(({id:e})=>t.filter(({leg:t})=>t.id===e)),i=Lb(r.flatMap(({report:e})=>e.cells)),a=[...n,...Hb(r)],[o]=r,s=e.rules,c={rules:s,base:Bb(r),isWhole:e.isWhole,notUnderstood:Ub(r).notUnderstood},l=Kb(mb(i,zb(r,e),c),a,e);return{schemaVersion:1,tool:{name:`go-linkage`,version:Re},environment:null,source:o?.report.source??null,folder:o?.report.folder??null,baseline:Vb(r),ship:j(r.map(({report:e})=>e.ship)).toSorted(Ib)[0]??null,release:Gb(r),releaseSearch:Ub(r),policy:ie(s.policy,i),rules:E(i.filter(({role:e})=>e!==`compared`),s),cells:i,recommendation:Lb(r.flatMap(({report:e})=>e.recommendation)),verdict:l,cache:null,skippedFiles:[],plan:{digest:e.digest,leg:null,legs:e.legs.length,run:e.run,notes:j(r.flatMap(({report:e})=>e.plan?.notes??[])),base:null,sha256:null},machines:r.map(({leg:e,report:t})=>({leg:e.id,environment:qb(t.environment)}))}}function Ib(e,t){return Number(t===`release`)-Number(e===`release`)}function Lb(e){return e.toSorted((e,t)=>Rb(e.package,t.package)||Rb(e.platform,t.platform))}function Rb(e,t){return e<t?-1:+(e>t)}function zb(e,t){let n=e.flatMap(({report:e})=>e.verdict.judgements.flatMap(e=>{let{target:t,kind:n}=e;return t===null||n===`missing`&&t.strategy===null?[]:[{...t,judgement:e}]})),r=new Set(e.flatMap(({base:e})=>e.decided));return{problems:Lb(n).map(({judgement:e})=>e),relaxations:e.flatMap(({base:e})=>e.ofTargets),decided:t.rules.policy.rules.filter(({line:e})=>r.has(e))}}function Bb(e){let t=e.filter(({base:e})=>e.isCompared),[n]=t;if(n===void 0)return null;let r=t.find(({base:e})=>e.isMissing)??n;return{gone:Vb(t).gone,isMissing:t.some(({base:e})=>e.isMissing),isMachineFault:t.some(({base:e})=>e.isMachineFault),steps:r.report.baseline.steps,notListed:t.find(({base:e})=>e.notListed!==null)?.base.notListed??null,rules:n.base.rules,relaxations:j(t.flatMap(({base:e})=>e.relaxations))}}function Vb(e){let t=e.map(({report:e})=>e.baseline),n=[`build`,`policy`,`none`].find(e=>t.some(t=>t.source===e))??`none`,r=A(t.flatMap(e=>e.gone),({package:e,platform:t})=>`${e}\n${t}`).map(([e])=>e);return{source:n,sha:t.find(({sha:e})=>e!==null)?.sha??null,steps:j(t.flatMap(({steps:e})=>e)),gone:r.toSorted((e,t)=>Rb(e.package,t.package)||Rb(e.platform,t.platform))}}function Hb(e){let t=A(e.filter(({report:e})=>e.baseline.sha!==null),({report:e})=>e.baseline.sha??``);if(t.length<2)return[];let n=t.map(([{leg:e,report:t}])=>`${e.id} with ${t.baseline.sha?.slice(0,12)??``}`);return[{leg:null,message:`the legs were compared with different base commits: ${x(n)}`}]}function Ub(e){let t=e.map(({report:e})=>e.releaseSearch);return{notUnderstood:Wb(t.flatMap(({notUnderstood:e})=>e)),hints:Wb(t.flatMap(({hints:e})=>e)),note:t.find(({note:e})=>e!==null)?.note??null}}function Wb(e){return A(e,e=>JSON.stringify(e)).map(([e])=>e)}function Gb(e){let t=e.flatMap(({report:e})=>e.release);return A(t,e=>`${e.package}\n${e.strategy}`).map(e=>{let t=j(e.flatMap(e=>e.platforms)).toSorted(Rb);return{...e[0],platforms:t,settings:j(e.flatMap(({settings:e})=>e))}}).toSorted((e,t)=>Rb(e.package,t.package))}function Kb(e,t,n){if(t.length===0)return e;let r=t.map(({leg:e,message:t})=>{let r=n.legs.find(({id:t})=>t===e);return{kind:`leg`,outcome:`fail`,target:null,message:`${t}${r===void 0?``:`; ${b(r.targets.length,`target`)} cannot be judged (${r.name})`}`}});return{outcome:`fail`,reason:`${r[0]?.message??``}${r.length>1?` (and ${r.length-1} more like it)`:``}${e.outcome===`pass`?``:`; ${e.reason}`}`,judgements:[...r,...e.judgements]}}function qb(e){if(e===null)return null;let{go:t,cc:n}=e,r=n?.path.split(/[\\/]/).at(-1)??``;return{...e,go:t&&{...t,root:null},cc:n&&{...n,path:r}}}function Jb(e,{commit:t,config:n}){if(e.commit!==null&&e.commit!==t)throw new s(`plan: it is of commit ${e.commit}, and ${t??`no commit`} is checked out here; check out the same commit in all jobs`);if(e.config!==n)throw new s(`plan: the config file is not the one that the plan was made with; make the plan again`)}function Yb(e,t,n){let r=new Map(t.targets.map(e=>[Xb(e),e])),i=e.cells.filter(e=>r.has(Zb(e))),a=A(i,Zb),o=t.targets.filter(e=>!a.some(([t])=>Zb(t)===Xb(e)));if(o.length>0){let e=x(o.map(e=>`${e.package} on ${e.platform}`));throw new s(`plan: ${e} cannot be found in this checkout; make the plan again`)}let c=a.filter(e=>{let t=r.get(Zb(e[0]));return t!==void 0&&Qb(e,t,n)}),l=j(c.map(([{platform:e}])=>e.name)).map(e=>`${e} is planned with cgo on a machine of its own; this ${n.os}/${n.arch} machine cross-compiled it without a C compiler`);return{planned:{...e,cells:i},notes:l}}function Xb({package:e,platform:t}){return`${e}\n${t}`}function Zb({package:e,platform:t}){return Xb({package:e,platform:t.name})}function Qb(e,t,n){let r=`${t.package} on ${t.platform}`,[i,o]=[t.builds.map(({strategy:e})=>e),e.map(({strategy:e})=>e.name)];if(JSON.stringify(i)!==JSON.stringify(o))throw new s(`plan: ${r} is to be built with ${x(i)}, and here it would be ${x(o)}; make the plan again`);let[c]=e.filter((e,n)=>{let r=t.builds[n]?.cgo??null;return r!==null&&r!==(e.env.CGO_ENABLED??e.cgoEnv.CGO_ENABLED)});if(c===void 0)return!1;let{goos:l,goarch:u}=c.platform,d=t.builds.find(({strategy:e})=>e===c.strategy.name)?.cgo??``;if(d===`1`&&(l!==n.os||u!==n.arch))return!0;let f=d===`1`?`this machine has no C compiler for it`:`this machine would turn it on`;throw new a(`plan: ${r} (${c.strategy.name}) is planned with CGO_ENABLED=${d}, and ${f}; use a machine like the one that planned, or set CGO_ENABLED in both jobs`)}const $b={"linux/amd64":`ubuntu-24.04`,"linux/arm64":`ubuntu-24.04-arm`,"darwin/amd64":`macos-15-intel`,"darwin/arm64":`macos-15`,"windows/amd64":`windows-2025`,"windows/arm64":`windows-11-arm`};function ex(e,t){let n=A(e,e=>`${e.package}\n${e.platform.name}`),r=n.map(e=>ix(e,tx(e,t),t)),{host:i,count:a}=t,o=`${i.os}/${i.arch}`,s=nx(r,{home:o,count:a}),c=n.map((e,n)=>{let i=r[n];return i!==void 0&&s.has(i.machine)?i:ix(e,o,t)});return{loads:c,notes:cx(c,o)}}function tx([e],{host:t,runners:n}){let{goos:r,goarch:i}=e.platform,a=`${r}/${i}`;return(Object.hasOwn(n,a)||Object.hasOwn($b,a))&&mt(e.cgoGraph,e.package)?a:`${t.os}/${t.arch}`}function nx(e,{home:t,count:n}){let r=A(e.filter(({machine:e})=>e!==t),({machine:e})=>e).toSorted((e,t)=>rx(t)-rx(e)),i=r.map(([{machine:e}])=>e),a=e.some(({machine:e})=>e===t)||r.length>(n??r.length);return/* @__PURE__ */ new Set([t,...n===null?i:i.slice(0,Math.max(0,n-+!!a))])}function rx(e){return e.reduce((e,{weight:t})=>e+t,0)}function ix(e,t,n){let{host:r,runners:i,env:a,times:o}=n,[s]=e,c=t!==`${r.os}/${r.arch}`,l=e.map(e=>({strategy:e.strategy.name,cgo:ax(e,c,a)}));return{target:{package:s.package,platform:s.platform.name,builds:l},machine:t,runner:i[t]??$b[t]??$b[`linux/amd64`]??`ubuntu-latest`,weight:e.reduce((e,t)=>e+sx(t,o),0)}}function ax(e,t,n){let r=e.env.CGO_ENABLED??n.CGO_ENABLED??``;return r===``?t?`1`:e.cgoEnv.CGO_ENABLED:r}function ox(e){return[e.package,e.platform,e.strategy].join(`
`)}function sx(e,t){return t.get(ox({package:e.package,platform:e.platform.name,strategy:e.strategy.name}))??200+3*e.cgoGraph.size}function cx(e,t){return A(e.filter(({machine:e})=>e!==t),({machine:e})=>e).map(e=>{let[{runner:t}]=e,n=j(e.map(({target:e})=>e.platform)),r=typeof t==`string`?t:t.join(` `);return`programs with cgo for ${x(n)} are built on ${r} with its C compiler; a run on one machine cross-compiles them`})}function lx(e,{count:t,legWeight:n}){let r=A(e,({runner:e})=>JSON.stringify(e)).map(e=>{let[{machine:t,runner:n}]=e;return{machine:t,runner:n,loads:ux(e)}}),i=px(r,t??fx(r,n));return hx(r.flatMap((e,t)=>mx(e.loads,i[t]??1).map(t=>({group:e,part:t}))).map(({group:e,part:t})=>({...e,loads:t})))}function ux(e){return A(e,({target:e})=>e.platform).flat()}function dx(e){return e.reduce((e,{weight:t})=>e+t,0)}function fx(e,t){let n=e.map(({loads:e})=>Math.ceil(dx(e)/t));return Math.min(256,n.reduce((e,t)=>e+Math.max(1,t),0))}function px(e,t){let n=e.map(()=>1),r=Math.min(t,256);for(let t=e.length;t<r;t++){let t=e.map(({loads:e},t)=>({at:t,load:dx(e)/(n[t]??1),isFull:n[t]===e.length})).filter(({isFull:e})=>!e).toSorted((e,t)=>t.load-e.load)[0];if(t===void 0)break;n[t.at]=(n[t.at]??0)+1}return n}function mx(e,t){let n=[],[r,i]=[dx(e),[]];for(let[a,o]of e.entries()){let[s,c]=[t-n.length,e.length-a],l=i.length>0&&dx(i)+o.weight/2>r/s;i.length>0&&s>1&&(l||c<s)&&(r-=dx(i),n.push(i),i=[]),i.push(o)}return[...n,i]}function hx(e){let t=e.map(({loads:e,machine:t})=>{let[n=t,...r]=gx(e);return(r.length===0?n:t).replaceAll(/[^a-z0-9.]+/g,`-`)}),n=e.map(({loads:e})=>_x(e));return e.map(({runner:e,loads:r},i)=>{let[a=``,o=``]=[t[i],n[i]],s=t.slice(0,i).filter(e=>e===a).length+1,[c,l]=[n,n.slice(0,i)].map(e=>e.filter(e=>e===o).length),u=c===1,d=r.map(({target:e})=>e);return{id:`${a}-${s}`,name:u?o:`${o} (${(l??0)+1})`,runner:e,targets:d}})}function gx(e){return j(e.map(({target:e})=>e.platform))}function _x(e){let[t=``,...n]=gx(e),r=n.length===0?t:`${t} and ${b(n.length,`more platform`)}`,i=j(e.map(({target:e})=>e.package)).length;return`${r}, ${b(i,`program`)}`}async function vx(e,{check:t,inputs:n,split:r},i){let{toolchain:a,commit:o,run:s,step:c,config:l,isWhole:u}=i,{loads:d,notes:f}=ex(e.cells,{...i,...r,env:a.env}),p=lx(d,{count:r.count,legWeight:6e4}),m={schemaVersion:1,tool:{name:`go-linkage`,version:Re},commit:o,run:s,step:c,inputs:bx(n,e,a),config:l,rules:Eb(t.gate),isWhole:u,notes:f,legs:p,matrix:{include:p.map(({id:e,runner:t,name:n})=>({leg:e,runner:t,name:n}))}};return{...m,digest:await nn(m)}}const yx=[`mode`,`plan`,`leg`,`legs`,`reports`,`output-dir`,`token`,`comment`,`comment-key`,`summary`];function bx(e,{cells:t},n){let r=Object.entries(e).flatMap(([e,t])=>t===void 0||yx.includes(e)?[]:[[e,t]]),i=j(t.map(({platform:e})=>e.name)).join(` `),a=/^\d+(?:\.\d+)*(?:(?:rc|beta)\d+)?$/.test(n.version);return{...Object.fromEntries(r),platforms:i,...a?{"go-version":n.version}:{}}}async function xx(e,t,{workingDirectory:n,files:r}){let{paths:i,missing:a}=await Sx(t,n,r),o=[...a],s=[];for(let t of i){let i=await Cx(t,{workingDirectory:n,files:r}),a=`message`in i?i:await Tx(i,e);`message`in a?o.push(a):s.push({...a,path:t})}let c=A(s,({leg:e})=>e.id),l=c.filter(({length:e})=>e>1),u=c.filter(({length:e})=>e===1).map(([e])=>e),d=e.legs.filter(({id:e})=>!c.some(([{leg:t}])=>t.id===e));return{legs:u,troubles:[...o,...l.map(e=>{let[{leg:t}]=e;return{leg:t.id,message:`leg ${t.id} has several reports: ${x(e.map(({path:e})=>e))}`}}),...d.map(({id:e})=>({leg:e,message:`leg ${e} has no report that can be used`}))]}}async function Sx(e,t,n){let r=/* @__PURE__ */ new Set,i=[];for(let a of e){let e=await n.kindOf(G(t,a)),o=e===`folder`?`${a.replace(/[\\/]+$/,``)}/**/report.json`:a,s=e===`file`?[a]:await n.glob(o,t);for(let e of s)r.add(e);s.length===0&&i.push({leg:null,message:`no report matches "${a}"`})}return{paths:[...r].toSorted(),missing:i}}async function Cx(e,{workingDirectory:t,files:n}){let r=t=>({leg:null,message:`${e} is not a report of a leg: ${t}`});try{let i=await n.readText(G(t,e));if(i===void 0)return r(`there is no such file`);let a=JSON.parse(i);return wx(a)?{path:e,report:a}:r(`go-linkage check --plan did not write it`)}catch(e){let t=o(e);if(t instanceof SyntaxError)return r(`it is not whole JSON`);if(t instanceof a||c(t)===null)throw t;return r(c(t)??t.message)}}function wx(e){if(typeof e!=`object`||!e)return!1;let{schemaVersion:t,plan:n,cells:r}=e;return t===1&&typeof n==`object`&&!!n&&Array.isArray(r)}async function Tx({path:e,report:t},n){let{leg:r,digest:i,base:a,sha256:o}=t.plan??Ex,s=n.legs.find(e=>e.id===r),c=t=>({leg:s?.id??null,message:`${e} ${t}`});if(i!==n.digest||s===void 0||a===null)return c(`is of another plan`);let l=Dx(t.plan??Ex,n);if(l!==null)return c(l);if(o===null||await jb(t)!==o)return c(`was changed after the leg wrote it`);let u=Ox(t.cells,s);return u===null?{leg:s,report:t,base:a}:c(u)}const Ex={digest:``,leg:null,legs:0,run:null,notes:[],base:null,sha256:null};function Dx({run:e},t){return t.run===null?null:e?.id===t.run.id?e.attempt>=t.run.attempt?null:`is of attempt ${e.attempt} of the workflow run, and the plan is of attempt ${t.run.attempt}`:`is of another workflow run`}function Ox(e,t){let n=new Set(e.map(({package:e,platform:t,strategy:n})=>`${e} on ${t} (${n??``})`)),r=t.targets.flatMap(({package:e,platform:t,builds:n})=>n.map(({strategy:n})=>`${e} on ${t} (${n})`)),i=r.filter(e=>!n.has(e));return i.length>0?`lacks ${x(i)}`:n.size>r.length?`has builds that the plan does not have`:null}async function kx(e,{workingDirectory:t,files:n}){let{paths:r,missing:i}=await Sx(e,t,n),[a]=i;if(a!==void 0)throw new s(`reports: ${a.message}`);let o=/* @__PURE__ */ new Map;for(let e of r)for(let{package:r,platform:i,strategy:a,timing:s}of await Ax(e,t,n))s.buildMs!==null&&a!==null&&o.set(ox({package:r,platform:i,strategy:a}),s.buildMs);return o}async function Ax(e,t,n){try{let r=JSON.parse(await n.readText(G(t,e))??``),{cells:i}=typeof r==`object`&&r?r:{};if(Array.isArray(i))return i}catch(e){if(!(e instanceof SyntaxError))throw e}throw new s(`reports: "${e}" is not a JSON report of go-linkage`)}const jx=/* @__PURE__ */ new Set([`SIGSEGV`,`SIGTRAP`,`SIGILL`,`SIGABRT`,`SIGBUS`,`SIGFPE`]),Mx=/* @__PURE__ */ new Set([`E2BIG`,`EAGAIN`,`EIO`,`EMFILE`,`ENFILE`,`ENOMEM`,`ENOSPC`,`ENOSYS`,`ETXTBSY`]);function Nx(e,t,n){let{exitCode:r,signal:i,refusal:a}=e,o={means:t,exitCode:r,signal:i},s=`with no other file in reach (${t})`;if(e.setup!==``)return{...o,result:`not-proven`,detail:`it could not be tried ${s}: ${e.setup}`};if(a!==``){let e=Mx.has(a)?`not-proven`:`refused`;return{...o,result:e,exitCode:null,detail:`it does not start ${s}: ${a}`}}if(e.timedOut){let e=`it starts ${s}; after ${n} ms it was still running and was ended`;return{...o,result:`proven`,exitCode:null,detail:e}}if(i!==null){let e=jx.has(i)?`refused`:`not-proven`;return{...o,result:e,detail:`it starts ${s} and is killed by ${i}`}}return{...o,result:`proven`,detail:`it starts ${s} and ends with exit code ${String(r)}`}}function Px(e){return{result:`not-proven`,means:null,detail:e,exitCode:null,signal:null}}function Fx(e){let t=Ix(e.static);return t===null?e.dynamic.setup===``?e.dynamic.refusal===``?`it starts a dynamic program, so it proves nothing`:null:e.dynamic.setup:e.static.setup===``?`it does not run a static program (${t})`:t}function Ix(e){return e.setup===``?e.refusal===``?e.timedOut?`it did not end`:e.exitCode===0?null:e.signal??`exit code ${String(e.exitCode)}`:e.refusal:e.setup}function Lx(e){let t;try{t=JSON.parse(e)}catch{return}return Rx(t)?t:void 0}function Rx(e){if(typeof e!=`object`||!e)return!1;let{setup:t,refusal:n,timedOut:r,exitCode:i,signal:a,output:o,ms:s}=e;return[t,n,o].every(e=>typeof e==`string`)&&typeof r==`boolean`&&(i===null||typeof i==`number`)&&(a===null||typeof a==`string`)&&typeof s==`number`}function zx(e){return{refusal:``,timedOut:!1,exitCode:null,signal:null,output:``,ms:0,setup:e}}const Bx={"go.mod":`module sandbox

go 1.19
`,"sandbox/main.go":`// Command sandbox starts programs in an empty root, with an empty environment and a time limit, and says for each whether
// the kernel started it and how it ended. It is started again inside the sandbox, so that what goes wrong while entering
// is never mistaken for execve refusing the program.
//
//	sandbox run MEANS LIMIT-MS WORK-DIR COUNT ARG... FILE...   one JSON line per file
//	sandbox enter ...                                          itself, inside
package main

import (
	"os"
	"os/signal"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

// A child's death signal comes with the end of the thread that started it, and Landlock holds for one thread.
func init() {
	runtime.LockOSThread()
}

func main() {
	if len(os.Args) > 2 {
		switch os.Args[1] {
		case "run":
			run(os.Args[2:])
			return
		case "enter":
			enter(os.Args[2:])
			return
		}
	}
	usage()
}

func usage() {
	os.Stderr.WriteString("usage: sandbox run MEANS LIMIT-MS WORK-DIR COUNT ARG... FILE...\\n")
	os.Exit(2)
}

// job is what all programs of one call have in common.
type job struct {
	// none, landlock or chroot
	means string
	limit time.Duration
	work  string
	args  []string
	// stop gets a value when we have to end.
	stop chan struct{}
}

func run(argv []string) {
	if len(argv) < 4 {
		usage()
	}
	limit, err := strconv.Atoi(argv[1])
	if err != nil {
		usage()
	}
	count, err := strconv.Atoi(argv[3])
	if err != nil || count < 0 || len(argv) < 4+count {
		usage()
	}
	j := job{
		means: argv[0],
		limit: time.Duration(limit) * time.Millisecond,
		work:  argv[2],
		args:  argv[4 : 4+count],
		stop:  make(chan struct{}, 1),
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		<-signals
		j.stop <- struct{}{}
	}()
	// Whatever a program leaves behind becomes our child, so that it can be found and ended.
	prctl(prSetChildSubreaper, 1)
	for index, file := range argv[4+count:] {
		result := j.start(file, index)
		if result.stopped {
			os.Exit(130)
		}
		os.Stdout.WriteString(result.json() + "\\n")
	}
}
`,"sandbox/start.go":`package main

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Bytes of output that are kept of each program; the rest is read and thrown away.
const outputCap = 64 << 10

// ready is what enter says right before execve. More behind it is the errno; anything else is what kept it from trying.
const ready = "ready "

// outcome is what became of one program.
type outcome struct {
	file string
	// setup is what went wrong before the program could be tried.
	setup string
	// refusal is the errno of execve.
	refusal  string
	started  bool
	timedOut bool
	// stopped: we have to end, and so did the program.
	stopped bool
	// exitCode is -1 when a signal ended it.
	exitCode int
	signal   string
	output   []byte
	millis   int64
}

// start starts one file and waits for its end.
func (j job) start(file string, index int) (result outcome) {
	began := time.Now()
	result = outcome{file: file, exitCode: -1}
	defer func() {
		result.millis = time.Since(began).Milliseconds()
	}()
	files, err := open(file)
	if err != nil {
		result.setup = describe(err)
		return result
	}
	defer closeAll(files)

	root := filepath.Join(j.work, "root-"+strconv.Itoa(os.Getpid())+"-"+strconv.Itoa(index))
	if err := os.Mkdir(root, 0o755); err != nil {
		result.setup = describe(err)
		return result
	}
	defer os.Remove(root)

	status, statusEnd, err := os.Pipe()
	if err != nil {
		result.setup = describe(err)
		return result
	}
	defer status.Close()
	output, outputEnd, err := os.Pipe()
	if err != nil {
		statusEnd.Close()
		result.setup = describe(err)
		return result
	}
	defer output.Close()
	argv := append([]string{"sandbox", "enter", j.means, root, file}, j.args...)
	pid, err := syscall.ForkExec("/proc/self/exe", argv, &syscall.ProcAttr{
		Dir:   root,
		Env:   []string{},
		Files: descriptors(files[0], outputEnd, outputEnd, statusEnd, files[1]),
		Sys:   &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL},
	})
	statusEnd.Close()
	outputEnd.Close()
	if err != nil {
		result.setup = "cannot start inside: " + describe(err)
		return result
	}
	j.watch(pid, status, output, &result)
	return result
}

// open opens /dev/null and the program.
func open(file string) ([]*os.File, error) {
	if err := syscall.Access(file, 1); err != nil {
		// No permission, or a volume that is mounted noexec: that says nothing about the program.
		return nil, &os.PathError{Op: "not executable", Path: file, Err: err}
	}
	var files []*os.File
	for _, name := range []string{os.DevNull, file} {
		opened, err := os.Open(name)
		if err != nil {
			closeAll(files)
			return nil, err
		}
		files = append(files, opened)
	}
	return files, nil
}

// watch waits for the end of a child, and makes it end at the time limit.
func (j job) watch(pid int, status, output *os.File, result *outcome) {
	said := make(chan string, 1)
	go func() {
		// Ends when the child ends or starts the program: the other end is closed by execve.
		text, _ := io.ReadAll(status)
		said <- string(text)
	}()
	collected := make(chan []byte, 1)
	go func() {
		kept, _ := io.ReadAll(io.LimitReader(output, outputCap))
		io.Copy(io.Discard, output)
		collected <- kept
	}()
	ended := make(chan syscall.WaitStatus, 1)
	go func() {
		ended <- wait(pid)
	}()

	var report string
	var end syscall.WaitStatus
	timer := time.NewTimer(j.limit)
	defer timer.Stop()
	for running, saying := true, true; running || saying; {
		select {
		case report = <-said:
			saying = false
			result.started = report == ready && !result.timedOut
		case end = <-ended:
			running = false
		case <-timer.C:
			result.timedOut = true
			syscall.Kill(-pid, syscall.SIGKILL)
		case <-j.stop:
			result.stopped = true
			syscall.Kill(-pid, syscall.SIGKILL)
		}
	}
	syscall.Kill(-pid, syscall.SIGKILL)
	sweep()
	output.SetReadDeadline(time.Now().Add(time.Second))
	result.output = <-collected

	if refusal := strings.TrimPrefix(report, ready); report != "" && refusal == report {
		result.setup = report
	} else if refusal != "" {
		result.refusal = refusal
	} else if !result.started {
		result.setup = "it ended before execve"
	} else if end.Exited() {
		result.exitCode = end.ExitStatus()
	} else if end.Signaled() && !result.timedOut {
		result.signal = signalName(end.Signal())
	}
}

func wait(pid int) (status syscall.WaitStatus) {
	for {
		if _, err := syscall.Wait4(pid, &status, 0, nil); err != syscall.EINTR {
			return status
		}
	}
}

// sweep ends what the program has left behind in other process groups.
func sweep() {
	for {
		left := children()
		if len(left) == 0 {
			return
		}
		for _, pid := range left {
			syscall.Kill(pid, syscall.SIGKILL)
			wait(pid)
		}
	}
}

func children() (pids []int) {
	names, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return nil
	}
	own := strconv.Itoa(os.Getpid())
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		// "pid (name) state ppid …", and the name can hold anything.
		fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
		if len(fields) < 2 || fields[1] != own {
			continue
		}
		if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(name))); err == nil {
			pids = append(pids, pid)
		}
	}
	return pids
}

func descriptors(files ...*os.File) (fds []uintptr) {
	for _, file := range files {
		fds = append(fds, file.Fd())
	}
	return fds
}

func closeAll(files []*os.File) {
	for _, file := range files {
		file.Close()
	}
}
`,"sandbox/enter.go":`package main

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"unsafe"
)

// What start hands to enter beside the usual three.
const (
	statusFD = iota + 3
	programFD
)

const (
	prSetChildSubreaper = 36
	prSetNoNewPrivs     = 38

	atEmptyPath = 0x1000
)

// Numbers of execveat, which is younger than the syscall package.
var sysExecveat = map[string]uintptr{
	"386": 358, "amd64": 322, "arm": 387, "arm64": 281, "loong64": 281, "mips": 4356, "mipsle": 4356, "mips64": 5316,
	"mips64le": 5316, "ppc64": 362, "ppc64le": 362, "riscv64": 281, "s390x": 354,
}

// enter confines this process and becomes the program. What it writes to statusFD says why that did not happen.
func enter(argv []string) {
	if len(argv) < 3 {
		usage()
	}
	means, root, program, args := argv[0], argv[1], argv[2], argv[3:]
	for _, fd := range []int{statusFD, programFD} {
		syscall.CloseOnExec(fd)
	}
	if step, err := confine(means, root); err != nil {
		report(step + ": " + describe(err))
		os.Exit(127)
	}
	report(ready)
	report(describe(execveat(programFD, append([]string{"/" + filepath.Base(program)}, args...))))
	os.Exit(127)
}

func report(text string) {
	syscall.Write(statusFD, []byte(text))
}

// confine returns the step that failed.
func confine(means, root string) (string, error) {
	switch means {
	case "none":
	case "landlock":
		if step, err := landlock(); err != nil {
			return step, err
		}
	case "chroot":
		if err := syscall.Chroot(root); err != nil {
			return "chroot", err
		}
		if err := syscall.Chdir("/"); err != nil {
			return "chdir", err
		}
	default:
		return means, syscall.EINVAL
	}
	if err := prctl(prSetNoNewPrivs, 1); err != nil {
		return "no_new_privs", err
	}
	return "", nil
}

func execveat(fd int, argv []string) error {
	number, known := sysExecveat[runtime.GOARCH]
	if !known {
		return syscall.ENOSYS
	}
	path, err := syscall.BytePtrFromString("")
	if err != nil {
		return err
	}
	pointers, err := syscall.SlicePtrFromStrings(argv)
	if err != nil {
		return err
	}
	environment := []*byte{nil}
	_, _, errno := syscall.RawSyscall6(number, uintptr(fd), uintptr(unsafe.Pointer(path)),
		uintptr(unsafe.Pointer(&pointers[0])), uintptr(unsafe.Pointer(&environment[0])), atEmptyPath, 0)
	return errno
}

func prctl(option, value uintptr) error {
	if _, _, errno := syscall.RawSyscall6(syscall.SYS_PRCTL, option, value, 0, 0, 0, 0); errno != 0 {
		return errno
	}
	return nil
}
`,"sandbox/landlock.go":`package main

import (
	"runtime"
	"strings"
	"syscall"
	"unsafe"
)

// include/uapi/linux/landlock.h
const (
	landlockCreateRulesetVersion = 1
	landlockRulePathBeneath      = 1

	accessExecute  = 1 << 0
	accessReadFile = 1 << 2
)

// Rights on files by version of Landlock's ABI; later versions have what the last of these has.
var accessByABI = []uint64{0, 1<<13 - 1, 1<<14 - 1, 1<<15 - 1, 1<<15 - 1, 1<<16 - 1}

// The same numbers everywhere, but for the offsets of mips.
func landlockNumber(number uintptr) uintptr {
	switch {
	case strings.HasPrefix(runtime.GOARCH, "mips64"):
		return 5000 + number
	case strings.HasPrefix(runtime.GOARCH, "mips"):
		return 4000 + number
	}
	return number
}

// landlock takes every right on every file from this thread, but to read and execute the one that is to be started.
func landlock() (string, error) {
	createRuleset, addRule, restrictSelf := landlockNumber(444), landlockNumber(445), landlockNumber(446)
	abi, _, errno := syscall.RawSyscall(createRuleset, 0, 0, landlockCreateRulesetVersion)
	if errno != 0 {
		return "this kernel has no Landlock", errno
	}
	if abi >= uintptr(len(accessByABI)) {
		abi = uintptr(len(accessByABI)) - 1
	}
	handled := accessByABI[abi]
	ruleset, _, errno := syscall.RawSyscall(createRuleset, uintptr(unsafe.Pointer(&handled)), unsafe.Sizeof(handled), 0)
	if errno != 0 {
		return "landlock_create_ruleset", errno
	}
	syscall.CloseOnExec(int(ruleset))
	rule := struct {
		access uint64
		fd     int32
	}{accessExecute | accessReadFile, programFD}
	_, _, errno = syscall.RawSyscall6(addRule, ruleset, landlockRulePathBeneath, uintptr(unsafe.Pointer(&rule)), 0, 0, 0)
	if errno != 0 {
		return "landlock_add_rule", errno
	}
	if err := prctl(prSetNoNewPrivs, 1); err != nil {
		return "no_new_privs", err
	}
	if _, _, errno := syscall.RawSyscall(restrictSelf, ruleset, 0, 0); errno != 0 {
		return "landlock_restrict_self", errno
	}
	return "", nil
}
`,"sandbox/words.go":`package main

import (
	"os"
	"strconv"
	"strings"
	"syscall"
)

var errnoNames = map[syscall.Errno]string{
	syscall.E2BIG: "E2BIG", syscall.EACCES: "EACCES", syscall.EAGAIN: "EAGAIN", syscall.EINVAL: "EINVAL", syscall.EIO: "EIO",
	syscall.ELIBBAD: "ELIBBAD", syscall.ELOOP: "ELOOP", syscall.EMFILE: "EMFILE", syscall.ENFILE: "ENFILE",
	syscall.ENOENT: "ENOENT", syscall.ENOEXEC: "ENOEXEC", syscall.ENOMEM: "ENOMEM", syscall.ENOSPC: "ENOSPC",
	syscall.ENOSYS: "ENOSYS", syscall.EOPNOTSUPP: "EOPNOTSUPP", syscall.EPERM: "EPERM", syscall.ETXTBSY: "ETXTBSY",
}

// describe is the name of an errno, or the words of any other error: never a path, because ours are of a temporary folder.
func describe(err error) string {
	if failed, ok := err.(*os.PathError); ok {
		return failed.Op + ": " + describe(failed.Err)
	}
	if errno, ok := err.(syscall.Errno); ok {
		if name, known := errnoNames[errno]; known {
			return name
		}
		return "errno " + strconv.Itoa(int(errno))
	}
	return err.Error()
}

var signalNames = map[syscall.Signal]string{
	syscall.SIGABRT: "SIGABRT", syscall.SIGALRM: "SIGALRM", syscall.SIGBUS: "SIGBUS", syscall.SIGFPE: "SIGFPE",
	syscall.SIGHUP: "SIGHUP", syscall.SIGILL: "SIGILL", syscall.SIGINT: "SIGINT", syscall.SIGKILL: "SIGKILL",
	syscall.SIGPIPE: "SIGPIPE", syscall.SIGQUIT: "SIGQUIT", syscall.SIGSEGV: "SIGSEGV", syscall.SIGSYS: "SIGSYS",
	syscall.SIGTERM: "SIGTERM", syscall.SIGTRAP: "SIGTRAP", syscall.SIGXCPU: "SIGXCPU", syscall.SIGXFSZ: "SIGXFSZ",
}

func signalName(signal syscall.Signal) string {
	if name, known := signalNames[signal]; known {
		return name
	}
	return "signal " + strconv.Itoa(int(signal))
}

// By hand, because encoding/json takes longer to compile on a cold cache than all the rest of this program.
func (o outcome) json() string {
	exitCode, signal := "null", "null"
	if o.exitCode >= 0 {
		exitCode = strconv.Itoa(o.exitCode)
	}
	if o.signal != "" {
		signal = quote(o.signal)
	}
	return "{" + strings.Join([]string{
		"\\"file\\":" + quote(o.file),
		"\\"setup\\":" + quote(o.setup),
		"\\"refusal\\":" + quote(o.refusal),
		"\\"timedOut\\":" + strconv.FormatBool(o.timedOut),
		"\\"exitCode\\":" + exitCode,
		"\\"signal\\":" + signal,
		"\\"output\\":" + quote(string(o.output)),
		"\\"ms\\":" + strconv.FormatInt(o.millis, 10),
	}, ",") + "}"
}

func quote(text string) string {
	const hex = "0123456789abcdef"
	var quoted strings.Builder
	quoted.WriteByte('"')
	for _, char := range text {
		switch {
		case char == '"' || char == '\\\\':
			quoted.WriteByte('\\\\')
			quoted.WriteRune(char)
		case char < 0x20 || char == 0x7f:
			quoted.WriteString("\\\\u00")
			quoted.WriteByte(hex[char>>4])
			quoted.WriteByte(hex[char&15])
		default:
			quoted.WriteRune(char)
		}
	}
	quoted.WriteByte('"')
	return quoted.String()
}
`,"static/main.go":`package main

func main() {}
`,"dynamic/main.go":`// Command dynamic is a dynamic program, made by any Go, with no C compiler and for every platform. Its loader is named with -ldflags=-I.
package main

//go:cgo_import_dynamic _ _ "libc.so.6"

func main() {}
`};async function Vx(e,t){let n=await t.files.makeTempDir();for(let[e,r]of Object.entries(Bx))await t.files.writeText(H(n,e),r);let r={dir:n,helper:H(n,`bin`,`sandbox`),go:e,ports:t};return await Ux(r,{goarch:t.host.arch,out:`bin`,linkerFlags:[],packages:[`./sandbox`]}),r}async function Hx(e,t){let n=H(`canaries`,t),r={dynamic:H(e.dir,n,`dynamic`),static:H(e.dir,n,`static`)};return await Ux(e,{goarch:t,out:n,linkerFlags:[`-I=${r.static}`],packages:[`./static`,`./dynamic`]}),r}async function Ux({dir:e,go:t},{goarch:n,out:r,linkerFlags:i,packages:a}){let o=[`build`,`-buildvcs=false`,`-ldflags=${Ae([`-s`,`-w`,...i])}`,`-o`,`${r}/`,...a],s=await t.work(o,{cwd:e,env:Wx(e,n)});if(s.exitCode!==0)throw Error(Kx(`go build for linux/${n}`,s,e))}function Wx(e,t){let n={GOOS:`linux`,GOARCH:t,CGO_ENABLED:`0`,GOFLAGS:``,GOENV:`off`,GOWORK:`off`},r={GO_EXTLINK_ENABLED:`0`,GOEXPERIMENT:``};return{...n,...r,GO111MODULE:`on`,GOTMPDIR:e,LC_ALL:`C`}}async function Gx(e,t,n){let{dir:r,helper:a,go:s,ports:c}=e,{inside:l,args:u,timeoutMs:d}=t,f=[`run`,l,String(d),r,String(u.length),...u,...n];try{let e=await c.work(a,f,{cwd:r,env:s.env}),t=e.stdout.split(`
`).flatMap(e=>Lx(e)??[]);return n.map((n,i)=>t[i]??zx(Kx(`the helper`,e,r)))}catch(e){if(e instanceof i)throw e;return n.map(()=>zx(qx(o(e).message,r)))}}function Kx(e,{exitCode:t,signal:n,stderr:r},i){let a=n??`exit code ${String(t)}`,o=qx(r.trim().split(`
`).at(-1)??``,i).replaceAll(/\p{Cc}/gu,``);return`${e} ended with ${a}${o===``?``:`: ${o.slice(0,300)}`}`}function qx(e,t){return e.replaceAll(t,`…`)}const Jx=[`landlock`,`chroot`],Yx={amd64:[`386`],arm64:[`arm`]};async function Xx(e,t){let{host:n}=e.ports,r=`this ${n.arch} machine cannot run ${t}`;if(n.arch!==t&&!Yx[n.arch]?.includes(t))return{kind:`none`,why:r};try{let i=await Qx(e,await Hx(e,t));return typeof i==`string`?{kind:`found`,inside:i}:{kind:`none`,why:`${n.arch===t?`no sandbox works here`:r}: ${i.tried.join(`; `)}`}}catch(e){if(e instanceof i)throw e;return{kind:`none`,why:`there is no canary: ${o(e).message}`}}}const Zx=zx(`the helper said nothing`);async function Qx(e,t){let n={args:[],timeoutMs:2e4},[r=Zx]=await Gx(e,{...n,inside:`none`},[t.dynamic]),i=Ix(r);if(i!==null)return{tried:[`this kernel does not run the canary outside of a sandbox either (${i})`]};let a=[];for(let r of Jx){let[i=Zx,o=Zx]=await Gx(e,{...n,inside:r},[t.dynamic,t.static]),s=Fx({dynamic:i,static:o});if(s===null)return r;a.push(`${r}: ${s}`)}return{tried:a}}async function $x(e,t,{go:n,ports:r}){let{os:i}=r.host;if(i!==`linux`)return e.map(()=>Px(`programs are proven on linux, and this machine is ${i}`));let a=e.filter(({platform:e})=>e.goos===`linux`),o=a.length===0?/* @__PURE__ */ new Map:await eS(a,t,{go:n,ports:r});return e.map(e=>o.get(e)??Px(`a ${e.platform.goos} program cannot be started on linux`))}async function eS(e,t,{go:n,ports:r}){let a=/* @__PURE__ */ new Map,s=r.log.activity(`the static artifacts in an empty root`,`starting`);try{let i=await Vx(n,r);for(let n of A(e,({platform:e})=>e.goarch))for(let[e,r]of await tS(i,t,n))a.set(e,r)}catch(t){if(t instanceof i)throw t;let n=Px(`the helper could not be built: ${o(t).message}`);for(let t of e)a.set(t,n)}let c=[...a.values()].filter(({result:e})=>e===`proven`).length;return s(`${c} of ${e.length} proven:`),a}async function tS(e,t,n){let{goarch:r}=n[0].platform,{log:i,host:a}=e.ports,o=await Xx(e,r);if(o.kind===`none`)return i.warning(`linux/${r}: nothing can be proven by running: ${o.why}`),n.map(e=>[e,Px(o.why)]);i.info(`linux/${r}: ${o.inside} refused a dynamic program and ran a static one`);let s=Array.from({length:a.cpus},(e,t)=>n.filter((e,n)=>n%a.cpus===t)),c={inside:o.inside,...t},l=s.map(async n=>{if(n.length===0)return[];let r=await Gx(e,c,n.map(({file:e})=>e));return n.map((e,n)=>[e,Nx(r[n]??zx(`the helper said nothing`),o.inside,t.timeoutMs)])});return(await Promise.all(l)).flat()}async function nS(e,t,n){return iS(e,{args:t,context:n},({planned:e,build:t,artifact:n})=>t.status!==`built`||n===null||!Xt(n.inspection.linkage)?null:{file:G(n.path??t.file),platform:e.platform})}async function rS(e,{args:t,workingDirectory:n},r){return iS(e,{args:t,context:r},({path:e,inspection:t})=>{if(!Xt(t.linkage)||t.machine===null)return null;let r={goos:t.go?.settings.GOOS??`linux`,goarch:t.machine};return{file:G(n,e),platform:r}})}async function iS(e,{args:t,context:n},r){let i=t.length===0?e.map(()=>null):e.map(r),a=i.filter(e=>e!==null),o=a.length===0?[]:await $x(a,{args:t,timeoutMs:1e4},n);return e.map((e,t)=>{let n=i[t]??null;return{...e,proof:n===null?null:o[a.indexOf(n)]??null}})}function aS(e,t){switch(e.mode){case`check`:return lS(e,t);case`explain`:return hS(e,t);case`inspect`:return yS(e,t);case`merge`:return cS(e,t)}}async function oS({check:e,...t},n){let{env:r,files:i,host:a}=n,{workingDirectory:o}=e.where,{toolchain:s,planned:c,opened:l}=await gS(e,n);await $_(l,null,n);let{GITHUB_JOB:u=``,GITHUB_ACTION:d=``}=r;return vx(Uo(c),{...t,check:e},{...await sS(e,n),toolchain:s,host:a,times:await kx(t.split.reports,{workingDirectory:o,files:i}),run:Db(r),step:u===``?null:{job:u,action:d},isWhole:dS(e)})}async function sS({where:e,gate:t},n){let{workingDirectory:r}=e,{file:i}=t.policy,a=i===null?null:await n.files.sha256(G(r,i.path));return{commit:await lt(r,n),config:a}}async function cS({where:e,plan:t,reports:n},{files:r,log:i}){let{workingDirectory:a}=e,o=await tn(t,a,r);return i.group(`Merge the reports`,async()=>{let{legs:e,troubles:t}=await xx(o,n,{workingDirectory:a,files:r});return Fb(o,e,t)})}async function lS(e,t){let{gate:n,where:r,own:i}=e;i!==null&&Jb(i.plan,await sS(e,t));let a=await Kc(e,t),{modules:o,toolchain:s,go:c,planned:l,opened:u}=await gS(e,t),{planned:d,notes:f}=i===null?{planned:l,notes:[]}:Yb(l,i.leg,t.host);for(let e of f)t.log.warning(e);let p={plan:l,request:e},m={toolchain:s,go:c,ports:t,examine:mS},h=qc(a,p,m),g=n=>lv(n,e,{modules:o,go:c,ports:t}),{examined:_,base:v,unchanged:y}=e.build.scope===`needed`?await t_({plan:d,request:e},h,{...m,advise:g,savesCache:u?.decision.save??!1}):await uS(mS(d,e,m).then(g),h),{recommendation:b}=_,x=await $_(u,_.cells,t),S=await tl(v,{...p,cells:_.cells,unchanged:y},m);fS(l,S)||Uo(l);let C=x?.entries.some(({name:e,hit:t})=>e===`build`&&t!==`none`)??!1,{cells:w,verdict:T,targets:E}=fb(_.cells,{recommendation:b,rules:n,base:S,usesCache:C,isWhole:dS(e),notUnderstood:d.release.notUnderstood}),{cc:D,release:ee}=d,te=await i_(r.workingDirectory,t),{ship:ne}=e.build,re={cells:w,recommendation:b,verdict:T,base:S,toolchain:s,cc:D,ship:ne,release:ee,cache:x,folder:te};if(i===null)return ue({...t,...r,...n,...re});let ie=Ob({own:i,notes:f,base:S,targets:E,env:t.env});return Ab(Nb(ue({...t,...r,...n,...re,plan:ie}),await Mb(r.workingDirectory,c)))}async function uS(e,t){let[n,r]=await pS(e,t);return{examined:n,base:r,unchanged:/* @__PURE__ */ new Set}}function dS({where:e,gate:t,own:n}){let{packages:r}=e;if(n!==null)return!1;let i=t.policy.file?.path.startsWith(`../`)??!1;return r.length===1&&r[0]===Qe.packages.default&&!i}function fS({whyEmpty:e},{gone:t,notListed:n}){return e instanceof r?e.message===n:t.length>0}async function pS(e,t){return await Promise.allSettled([e,t]),[await e,await t]}async function mS({cells:e,goflags:t},{where:n,artifacts:r},{go:i,ports:a}){let{log:o,files:s}=a,{outputDir:c,prove:l}=r,u=await Qg({cells:e,goflags:t},i,s),d=await o.group(`Build`,()=>su(u,i,a),ou(u)),f=await o.group(`Inspect the artifacts`,()=>Cv(d,c,a)),p=()=>nS(f,l,{go:i,ports:a}),m=l.length===0?await p():await o.group(`Prove`,p);return o.group(`Explain`,()=>dg(m,{...n,goflags:t,go:i,files:s}))}async function hS(e,t){let{gate:n,where:r}=e,{log:i,files:a}=t,o=await Va(e,t),{modules:s,toolchain:c,go:l,planned:u,opened:d}=await gS(e,t);Uo(u);let f=await $_(d,null,t),{goflags:p}=u,{cells:m,recommendation:h}=await i.group(`Explain`,async()=>lv(await dg(cu(await Qg(u,l,a)),{...r,goflags:p,go:l,files:a}),e,{modules:s,go:l,ports:t})),{cells:g,verdict:_}=fb(m,{recommendation:h,rules:n,base:o,isWhole:dS(e),notUnderstood:u.release.notUnderstood}),{cc:v,release:y}=u,b=await i_(r.workingDirectory,t),{ship:x}=e.build,S={cells:g,recommendation:h,verdict:_,base:o,toolchain:c,cc:v,ship:x,release:y,cache:f,folder:b};return ue({...t,...r,...n,...S})}async function gS(e,t){let{log:n,files:r,env:i}=t,a=await tt(e.where,r,i),o=a[0]?.dir??e.where.workingDirectory,s=await SS(e.go,o,t),c=await at(s,a.map(({dir:e})=>e),t),l=Vt(c,t),u=await J_(e,a,{go:l,ports:t}),d=await n.group(`Plan the builds`,async()=>{let{build:n,where:i}=e,o=await Lt({...n,...i},{files:r,env:l.env}),s=o&&{...o,adapt:_S};return zo(e,a,{go:l,ports:t,release:s})});return D(e.gate,vS(d)),{modules:a,toolchain:c,go:l,opened:u,planned:d}}function _S(e){return Promise.resolve(e)}function vS({cells:e}){return e.filter(({role:e})=>e!==`compared`).map(({package:e,platform:t})=>({package:e,platform:t.name}))}async function yS(e,t){let{where:n,artifacts:r,gate:i}=e,{files:a,images:o,skipped:s}=await t.log.group(`Inspect the artifacts`,async()=>{let e=await dv(n,t),i=e.binaries.length===0?bS:await yv({...n,...r,...e},t);if(e.images.length===0)return{...i,images:[]};let{inspectImages:a}=await import(`./inspect-images.js`),o=await a({...n,...r,...e},t);return{...i,images:o.images,skipped:[...i.skipped,...o.skipped]}}),{prove:c}=r,l=c.length===0?a:await xS(a,{...n,args:c},t),u={recommendation:[],base:await Va(e,t)},d=[...rv(l),...av(o)];D(i,d);let{cells:f,verdict:p}=fb(d,{...u,rules:i}),m=await i_(n.workingDirectory,t),h={toolchain:null,cc:null,ship:null,release:zt,cache:null};return ue({...t,...n,...i,...u,...h,cells:f,verdict:p,folder:m,skippedFiles:s})}const bS={files:[],skipped:[]};async function xS(e,t,n){let r=Vt(await SS({goVersion:null,goVersionFile:null,goDownloadBaseUrl:null,goSha256:null},t.workingDirectory,n),n);return n.log.group(`Prove`,()=>rS(e,t,{go:r,ports:n}))}async function SS(e,t,n){let{install:r}=await import(`./install.js`);return n.log.group(`Install Go`,()=>r({...e,workingDirectory:t},n))}export{K as a,Vn as c,ur as i,jn as l,oS as n,Un as o,gr as r,Hn as s,aS as t};