import{t as e}from"./group-by.js";import{i as t,n,o as r,t as i}from"./text.js";import{o as a}from"./strategies.js";import{M as o,_ as s,a as c,c as l,d as u,f as d,h as f,j as p,m,o as h,p as g,s as _,v}from"./words.js";import{t as ee}from"./build-line.js";import{n as y}from"./catalog.js";import{n as te,t as ne}from"./describe-cache.js";var b=class{#e;constructor(e){this.#e=e}toString(){return this.#e}};function x(e,...t){return new b(re(e).reduce((e,n,r)=>`${e}${ie(t[r-1])}${n}`))}const S=/* @__PURE__ */ new WeakMap;function re(e){let t=S.get(e)??e.map(e=>e.replace(/\n\s+/g,`
`));return S.set(e,t),t}function C(e){return new b(e)}function ie(e){return e==null?``:e instanceof b?e.toString():typeof e==`object`?e.map(ie).join(``):se(String(e))}const ae={"&":`&amp;`,"<":`&lt;`,">":`&gt;`,'"':`&quot;`,"'":`&#39;`},oe=/[\u061c\u200b\u2060\ufeff\ufdd0-\ufdef\p{Surrogate}]|[\ufffe\uffff]/gu;function se(e){return r(e).replace(oe,`�`).replace(/[&<>"']/g,e=>ae[e]??e)}function w(e,n=300){return x`<code>${t(e,n)}</code>`}function T(e){return t(e,1e3)}function E(e,t){return e===null||!/^https?:\/\//.test(e)?x`${t}`:x`<a href="${e}">${t}</a>`}function D(e,t){return x`<div class="copyable">
    <pre tabindex="0" role="group" aria-label="${t}"><code>${e}</code></pre>
    <button type="button" class="copy">Copy<span class="unseen"> ${t}</span></button>
  </div>`}function O(e,t){return x`<div class="scroll" tabindex="0" role="group" aria-label="${e}">${t}</div>`}function k(e){return x`<dl>
    ${e.filter(([,e])=>e!==null).map(([e,t])=>x`<div>
          <dt>${e}</dt>
          <dd>${t}</dd>
        </div>`)}
  </dl>`}function A(e){return e.map((e,t)=>t===0?e:x`, ${e}`)}function ce(e){let{cells:t,recommendation:n}=e;return{report:e,names:l(t.map(e=>e.package)),recommended:new Map(n.map(e=>[j(e),e])),anchors:new Map(t.map((e,t)=>[e,`build-${t+1}`])),platforms:[...new Set(t.map(({platform:e})=>e))],strategies:[...new Set(t.flatMap(({strategy:e})=>e??[]))].toSorted((e,t)=>a(e)-a(t))}}function j({package:e,platform:t}){return`${e}\n${t}`}function M(e){if(e.status===`failed`||e.status===`skipped`)return e.status;let t=s(e);return t===`fails`?`does not build`:t??`not known`}function N(e){let t=u(e);return t===`bad`||t===`caution`}function le(e){return x`<b class="mark ${u(e)}">${c(e)}</b>`}function P(e,{names:t}){return t.get(e)??e}function F({file:e,line:t},{source:n}){return e===null?null:E(o(e,t,n),w(`${e}:${t??1}`))}const ue=/^(?:an?|all|built|does|everything|is|it|no|nothing|of|only|the|there|this|was|with|without) /;function I(e){let t=T(e);return z(ue.test(t)?R(t):t)}function L(e){let t=T(e);return z(/^(?!go )[a-z]+ /.test(t)?R(t):t)}function R(e){return e.charAt(0).toUpperCase()+e.slice(1)}function z(e){return/[.!?…]$/.test(e)?e:`${e}.`}function B(e,t){return`${e.toLocaleString(`en-US`)} ${t}${e===1?``:`s`}`}function de(t){let r=t.report.cells.filter(({artifact:e})=>e!==null),a=e(r,_).map(fe).slice(0,40);if(a.length<2)return null;let o={size:Math.max(...a.map(({size:e})=>e.median)),time:Math.max(...a.map(({time:e})=>e?.median??0))},s=a.some(({builds:e})=>e>1),c=o.time>0,l=a.map(({name:e,builds:t,size:r,time:a})=>{let l=a===null?x`<td></td>
            <td></td>`:x`${U(a,o.time,`time`)}
            <td class="number">${H(a,n)}</td>`;return x`<tr>
      <th scope="row">${T(e)}</th>
      ${s?x`<td class="number">${t}</td>`:null}${U(r,o.size,`size`)}
      <td class="number">${H(r,i)}</td>
      ${c?l:null}
    </tr>`}),u=x`<th scope="col">${t.report.ship===null?`File`:`Strategy`}</th>
    ${s?x`<th scope="col" class="number">Builds</th>`:null}
    <th scope="col" colspan="2">Size</th>
    ${c?x`<th scope="col" colspan="2">Build time</th>`:null}`,d=c?`Sizes and build times`:`Sizes`,f=s?`The median of ${B(r.length,`build`)}, and from the least to the most. Builds share what Go has compiled already, so the first of a run takes longest.`:c?`Builds share what Go has compiled already, so the first of a run takes longest.`:null;return x`<section aria-labelledby="costs">
    <h2 id="costs">${d}</h2>
    ${f&&x`<p class="lead">${f}</p>`}
    ${O(d,x`<table class="costs">
        <thead>
          <tr>
            ${u}
          </tr>
        </thead>
        <tbody>
          ${l}
        </tbody>
      </table>`)}
  </section>`}function fe(e){let[t]=e,n=e.flatMap(({timing:e})=>e.buildMs??[]);return{name:_(t),builds:e.length,size:V(e.map(({artifact:e})=>e?.size??0)),time:n.length===0?null:V(n)}}function V(e){let t=e.toSorted((e,t)=>e-t),n=e=>t[e]??0;return{least:n(0),median:n(Math.floor((t.length-1)/2)),most:n(t.length-1)}}function H({least:e,median:t,most:n},r){return r(e)===r(n)?r(t):x`${r(t)} <span class="range">${r(e)} to ${r(n)}</span>`}function U({median:e},t,n){return x`<td class="bar">
    <svg aria-hidden="true" class="${n}" viewBox="0 0 100 10" preserveAspectRatio="none">
      <rect class="whole" width="100" height="10" />
      <rect class="part-of" width="${t===0?0:Math.round(e/t*1e3)/10}" height="10" />
    </svg>
  </td>`}function pe(t){let{recommendation:n}=t.report;return n.length===0?null:x`<section aria-labelledby="ship">
    <h2 id="ship">What to ship</h2>
    ${e(n,({strategy:e,why:t})=>`${e??``}\n${t}`).map(e=>me(e,t))}
  </section>`}function me(t,n){let[{strategy:r,why:i,forms:a}]=t,o=n.recommended.size,s=e(t,e=>e.package),c=s.slice(0,8).map(e=>x`${w(P(e[0].package,n))}
          <span class="platforms">${e.map(({platform:e})=>e).join(`, `)}</span>`),l=s.length>8?x` and ${s.length-8} more`:null,u=t.flatMap(({command:e})=>e??[]),d=u.length===0?null:D(u.join(`
`),`Build with ${r??``}`);return x`<article class="advice">
    <h3>${r===null?`Nothing to recommend`:x`Ship with ${w(r)}`}</h3>
    <p>${I(i)}</p>
    ${o===1?null:x`<p class="who">For ${A(c)}${l}.</p>`}
    ${u.length>4?x`<details>
            <summary>${B(u.length,`command`)}</summary>
            ${d}
          </details>`:d}
    ${o===1?W(a):null}
  </article>`}function W(e){return e===null?null:x`<details>
    <summary>The same for docker, goreleaser and ko</summary>
    ${[[`Dockerfile`,e.dockerfile],[`.goreleaser.yaml`,e.goreleaser],[`.ko.yaml`,e.ko]].map(([e,t])=>t&&x`<p>${w(e)}</p>
        ${D(t,e)}`)}
  </details>`}function he(e){let t=ge(e.report);return x`${ve(e,t)}${xe(e,t)}${pe(e)}${we(e)}`}function G({kind:e}){return y[e].foundBy===`base`}function ge({cells:e}){return e.flatMap(e=>{let t=e.findings.find(G);return t===void 0||e.base===null?[]:[{cell:e,base:e.base,finding:t}]})}const _e={pass:`Passed`,warn:`Passed with a warning`,fail:`Failed`};function ve(e,t){let{report:n}=e,{outcome:r,reason:i,judgements:a}=n.verdict,o=a.length===0,s=o?T(i):te(n,T),c=o||t.length>0?``:T(i),l=[...[...new Set(t.flatMap(({finding:e})=>e.fix??[]))].slice(0,3).map(e=>x`<li>${L(e)}</li>`),...ye(e)];return x`<section class="verdict ${r}" aria-labelledby="verdict">
    <p class="outcome">${_e[r]}</p>
    <h1 id="verdict">${s}</h1>
    ${c===``?null:x`<p class="because">${I(c)}</p>`}
    ${l.length===0?null:x`<div class="todo">
            <h2>What to do</h2>
            <ul>
              ${l}
            </ul>
          </div>`}
    ${be(n)}
  </section>`}function ye({report:t,recommended:n,names:r}){let i=t.cells.filter(e=>e.strategy===t.ship&&!f(e)).flatMap(e=>{let i=n.get(j(e))?.strategy??null;return i===null||i===t.ship?[]:[{name:r.get(e.package)??e.package,strategy:i}]}),a=t.cells.some(({status:e})=>e===`predicted`)?`will be static`:`is static in this run`;return e(i,({strategy:e})=>e).map(e=>{let t=q(e.map(({name:e})=>e)),n=x`<a href="#ship">What to ship</a> has the command`;return x`<li>Ship ${t} with ${w(e[0].strategy)}, which ${a}. ${n}.</li>`})}function be({cells:e,ship:t}){let n=v(e),r=t===null?`file`:`build`,i=e.some(({status:e})=>e===`predicted`),a=[[n.static,`static`,`good`],[n.system,`system libraries only`,`good`],[n.dynamic,`dynamic`,`bad`],[n.other,`not judged`,`caution`],[n.failed,`failed`,`bad`],[n.skipped,`skipped`,`neutral`]].flatMap(([e,t,n])=>e===0||i?[]:[x`<li class="mark ${n}">${e.toLocaleString(`en-US`)} ${t}</li>`]);return x`<div class="counts">
    <p>${`${B(n.total,r)}${i?`, all predicted: nothing was built`:``}`}${t===null?null:x`, ${w(t)} is the strategy that ships`}</p>
    ${a.length===0?null:x`<ul>
            ${a}
          </ul>`}
  </div>`}function xe(t,n){let{baseline:r,source:i}=t.report;if(n.length===0&&r.gone.length===0)return null;let a=r.sha?.slice(0,10)??`the base`;return x`<section aria-labelledby="worse">
    <h2 id="worse">What became worse</h2>
    <p class="lead">Compared with the base commit ${E(r.sha===null||i===null?null:p(r.sha,i),w(a))}.</p>
    ${e(n,({finding:e})=>`${e.kind}\n${e.file===null?K(e):`${e.file}:${e.line??1}`}`).map(e=>Se(e,t))} ${Ce(r.gone)}
  </section>`}function K({cause:e,message:t}){return T(e??t)}function Se(e,t){let[{finding:n}]=e,r=F(n,t.report),i=x`<table>
    <thead>
      <tr>
        <th scope="col">Program</th>
        <th scope="col">Platform</th>
        <th scope="col">On the base</th>
        <th scope="col">Now</th>
      </tr>
    </thead>
    <tbody>
      ${e.slice(0,20).map(({cell:e,base:n})=>x`<tr>
        <th scope="row"><a href="#${t.anchors.get(e)??``}">${P(e.package,t)}</a></th>
        <td>${e.platform}</td>
        <td>${T(m(n))}</td>
        <td><b class="mark bad">${T(m(e))}</b></td>
      </tr>`)}
    </tbody>
  </table>`;return x`<article class="exception">
    <h3>${y[n.kind].title}: ${q(e.map(({cell:e})=>P(e.package,t)))}</h3>
    <dl class="reasons">
      <div>
        <dt>Cause</dt>
        <dd>${I(K(n))}${r&&x` <span class="where">${r}</span>`}</dd>
      </div>
      <div>
        <dt>What it means</dt>
        <dd>${y[n.kind].why}</dd>
      </div>
      ${n.fix&&x`<div>
          <dt>Fix</dt>
          <dd>${L(n.fix)}</dd>
        </div>`}
    </dl>
    ${O(`What it was and what it is`,i)}
    ${e.length>20?x`<p>… and ${e.length-20} more <a href="#builds">among the builds</a>.</p>`:null}
  </article>`}function q(e){let t=[...new Set(e)].map(e=>T(e));return t.length>3?`${t.slice(0,3).join(`, `)} and ${t.length-3} more`:t.join(`, `)}function Ce(e){return e.length===0?null:x`<article class="exception">
    <h3>Built on the base, and gone</h3>
    <ul>
      ${e.map(e=>x`<li>
        ${w(e.package)} on ${T(e.reason===null?e.platform:`${e.platform}: ${e.reason}`)}
      </li>`)}
    </ul>
  </article>`}function we(t){let{cells:n}=t.report,r=n.flatMap(e=>e.findings.map(t=>({cell:e,finding:t}))).filter(({finding:e})=>e.level!==`info`&&!G(e));if(r.length===0)return null;let i=e(r,({finding:e})=>`${e.kind}\n${e.message}`),a=i.slice(0,20).map(e=>{let[{finding:n}]=e,r=e.slice(0,8).map(({cell:e})=>Te(e,t)),i=e.length>8?x` and ${e.length-8} more`:null;return x`<li class="finding">
      <p><b class="mark ${n.level===`error`?`bad`:`caution`}">${y[n.kind].title}</b></p>
      ${J(n,t.report)}
      <p class="who">${A(r)}${i}</p>
    </li>`}),o=i.length-a.length;return x`<section aria-labelledby="findings">
    <h2 id="findings">Findings</h2>
    <ul class="findings">
      ${a}
    </ul>
    ${o>0?x`<p>… and ${o} more, with the builds that they are about.</p>`:null}
  </section>`}function Te(e,t){let{report:n,platforms:r,anchors:i,strategies:a}=t,o=n.ship===null?_(e):P(e.package,t),s=[...r.length>1?[e.platform]:[],...a.length>1?[e.strategy??``]:[]];return x`<a href="#${i.get(e)??``}">${T([o,...s].join(` `))}</a>`}function J({kind:e,message:t,fix:n,file:r,line:i},a){let o=F({file:r,line:i},a);return x`<p>${I(t)}${o&&x` <span class="where">${o}</span>`} ${y[e].why}</p>
    ${n&&x`<p><strong>Fix:</strong> ${L(n)}</p>`}
    <p class="page">More: ${w(`docs/findings/${e}.md`)}</p>`}function Ee(e,t,n){let{report:r}=t;return[Oe(e,r),ke(e),Ae(e),je(e,n),Ne(e),Pe(e),Fe(e),Ie(e,r),Le(e),Re(e),ze(e),Be(e)].filter(e=>e!==null)}function Y(e,t,n=``){return x`<div class="part ${n}">
    <h4>${e}</h4>
    ${t}
  </div>`}const De={error:`bad`,warning:`caution`,info:`neutral`};function Oe({findings:e},t){return e.length===0?null:Y(`Findings`,x`<ul class="findings">
      ${e.map(e=>x`<li class="finding">
        <p><b class="mark ${De[e.level]}">${y[e.kind].title}</b></p>
        ${J(e,t)}
      </li>`)}
    </ul>`,`wide`)}function ke({status:e,reason:t,linkage:n,findings:r}){let i=n===null?t:n.reason;return i===null||r.some(({message:e})=>e===i)?null:Y({skipped:`Why it was skipped`,failed:`Why it failed`,built:`Why it is not judged`,predicted:`Why`}[e],x`<p>${I(i)}</p>`)}function Ae({status:e,prediction:t,linkage:n}){if(t===null)return null;let{agrees:r,because:i,certainty:a,unseen:o}=t,s=t.linkage??`not known`;return e!==`predicted`&&(r!==!1||n===null)?null:Y(r===!1?`Predicted something else`:`Predicted`,k([[`Linkage`,s===`fails`?`does not build`:s],[`Because`,T(i)],[`Linker`,t.mode],[`Why that linker`,t.reasons.length===0?null:T(t.reasons.join(`; `))],[`Certainty`,a],[`Not looked at`,o.length===0?null:T(o.join(`, `))],[`At start`,t.crashes?`it dies`:null]]))}function je({status:e,build:t},n){let r=t.output.trim();return e!==`failed`||r===``?null:Y(`What the build wrote`,D(r.length<=n?r:`… the end of ${r.length} characters …\n${r.slice(-n)}`,`Output of the build`),`wide`)}const Me={nss:`loads NSS libraries`,dlopen:`calls dlopen`,relocation:`may not relocate itself`};function Ne({linkage:e,proof:t}){if(e===null)return null;let{interpreter:n,needed:r,libc:i,minGlibc:a,minOs:o,runpath:s,hazards:c}=e,l=e.kind!==`packed`&&e.kind!==`unreadable`;return Y(`What it needs to start`,k([[`Interpreter`,n===null?l?`none`:null:w(n)],[`Libraries`,r.length===0?l?`none`:null:A(r.map(e=>w(e)))],[`C library`,i],[`Oldest glibc`,a],[`Oldest system`,o],[`Looks for libraries in`,s.length===0?null:A(s.map(e=>w(e)))],[`Hazards`,c.length===0?null:c.map(e=>Me[e]).join(`, `)],[`Started in an empty root`,t&&`${t.result}: ${T(t.detail)}`]]))}function Pe(e){let{base:t}=e;return t===null?null:Y(`Before and now`,k([[`On the base`,T(m(t))],[`Why`,t.reason===null?null:T(t.reason)],[`Linker on the base`,t.link.mode===`unknown`?null:t.link.mode],[`Now`,T(m(e))],[`Changed`,t.unchanged?`nothing that it is built from`:null]]))}function Fe({link:e,status:t}){if(e.mode===`unknown`&&e.reasons.length===0||t===`predicted`)return null;let n=e.reasons.length===0?null:x`<ul>
          ${e.reasons.map(e=>x`<li>${T(e)}</li>`)}
        </ul>`;return Y(`Linker`,k([[`Link mode`,e.mode],[`Why`,n]]))}function Ie({cgo:e},t){return e.length===0?null:Y(`Imports that bring in cgo`,x`<ul>
      ${e.map(e=>{let n=e.chain.length>1?e.chain:[e.package],r=F(e,t);return x`<li>
      ${n.map((e,t)=>x`${t===0?null:` → `}${w(e)}`)}${r&&x` <span class="where">${r}</span>`}
    </li>`})}
    </ul>`)}function X(e){return e===null?`does not apply`:e?`yes`:`no`}function Le({hardening:e}){return e===null?null:Y(`Hardening`,k([[`PIE`,X(e.pie)],[`RELRO`,e.relro??`does not apply`],[`Bind now`,X(e.bindNow)],[`Executable stack`,X(e.executableStack)],[`Text relocations`,X(e.textRelocations)],[`Writable code`,X(e.writableCode)]]))}function Re({artifact:e,timing:t}){if(e===null)return null;let{path:r,size:a,sha256:o,format:s}=e;return Y(`File`,k([[`Size`,`${i(a)}${a<1024?``:` (${a.toLocaleString(`en-US`)} bytes)`}`],[`Format`,s],[`Built in`,t.buildMs===null?null:n(t.buildMs)],[`Kept as`,r===null?null:w(r)],[`SHA-256`,o===null?null:w(o)]]))}function ze({strategy:e,buildInfo:t}){if(e!==null||t===null)return null;let{goVersion:n,path:r,main:i,settings:a}=t;return Y(`What Go recorded in it`,k([[`Go`,T(n)],[`Main package`,r===null?null:w(r)],[`Module`,i===null?null:w(`${i.path} ${i.version}`)],...Object.entries(a).map(([e,t])=>[T(e),w(t)])]))}function Be(e){let{build:t,status:n}=e,r=ee(e);if(r===``)return null;let i=n===`built`||n===`failed`?`How it was built`:`How it would be built`,a=t.goVersion===null?null:x`<p>Go ${T(t.goVersion)}</p>`;return Y(i,x`${D(r,`Command`)}${a}`,`wide`)}const Z={all:2e6,most:16e3,least:1e3};function Ve(e){let{cells:t,ship:n}=e.report,r=[...new Set(t.map(M))].toSorted(),i=new He(t.length>400),a=qe(e,r,i);return x`<section aria-labelledby="builds" class="${t.length>400?`many`:`few`}">
    <h2 id="builds">${n===null?`Files`:`Builds`}</h2>
    ${Ue(e,r)} ${We(e)} ${a} ${i.render()}
  </section>`}var He=class{#e;#t=/* @__PURE__ */ new Map;#n=[];constructor(e){this.#e=e}place(e){return this.#e?{names:e.map(e=>this.#r(e)).join(` `),content:null}:{names:``,content:x`<div class="parts">${e}</div>`}}#r(e){let t=e.toString(),n=this.#t.get(t);return n===void 0?(this.#t.set(t,this.#n.length),this.#n.push(e)-1):n}render(){return this.#n.length===0?null:x`<noscript
        ><p>The details of so many builds need JavaScript here; the JSON report has them too.</p></noscript
      >
      ${this.#n.map((e,t)=>x`<template id="part-${t}">${e}</template>`)}`}};function Ue({platforms:e,strategies:t,report:n},r){let i=n.ship===null?`files`:`builds`,a=(e,t,n)=>n.length<2?null:x`<label
          >${t}
          <select id="${e}">
            <option value="">all</option>
            ${n.map((e,t)=>x`<option value="${t}">${T(e)}</option>`)}
          </select></label
        >`;return x`<form class="filter" role="search" aria-label="Filter the ${i}">
    <label class="text"
      >Filter
      <input type="search" id="text" placeholder="program, library, finding" autocomplete="off" spellcheck="false"
    /></label>
    ${a(`platform`,`Platform`,e)} ${a(`strategy`,`Strategy`,t)}
    ${a(`kind`,`Linkage`,r)}
    <label class="check"><input type="checkbox" id="attention" /> Only what needs attention</label>
    <button type="reset">Clear</button>
    <p role="status" id="shown" data-noun="${i}">${B(n.cells.length,i.slice(0,-1))}</p>
  </form>`}function We(e){let{report:t,platforms:n}=e;if(!(t.ship!==null&&new Set(t.cells.map(j)).size>1))return null;let r=n.map(n=>Ge(n,t.cells.filter(e=>e.platform===n),e));return x`<div class="matrices ${e.strategies.length>3?``:`narrow`}">${r}</div>`}function Ge(t,n,r){let{report:i,strategies:a,platforms:o,recommended:s}=r,c=e(n,e=>e.package),l=c.filter(e=>e.some(e=>e.strategy===i.ship&&N(e))),u=a.map(e=>x`<th scope="col">
        ${T(e)}${e===i.ship?x` <span class="tag">ships</span>`:null}
      </th>`),d=i.recommendation.length>0,f=c.map(e=>{let[t]=e,n=s.get(j(t)),i=a.map(t=>Ke(e.find(({strategy:e})=>e===t),r));return x`<tr>
      <th scope="row">${T(P(t.package,r))}</th>
      ${i}${d?x`<td>${n?.strategy==null?`none`:T(n.strategy)}</td>`:null}
    </tr>`}),p=x`<table>
    <thead>
      <tr>
        <th scope="col">Program</th>
        ${u}${d?x`<th scope="col">Recommended</th>`:null}
      </tr>
    </thead>
    <tbody>
      ${f}
    </tbody>
  </table>`,m=l.length===0?`nothing that ships needs attention`:`${B(l.length,`program`)} to look at`,h=c.length*o.length<=150,g=x`<summary>
      <h3>${T(t)}</h3>
      <span class="said">${m}</span>
    </summary>
    ${O(`Programs and strategies on ${T(t)}`,p)}`;return h?x`<details class="platform" open>${g}</details>`:x`<details class="platform">${g}</details>`}function Ke(e,{anchors:t}){return e===void 0?x`<td></td>`:x`<td><a class="mark ${u(e)}" href="#${t.get(e)??``}">${c(e)}</a></td>`}function qe(t,n,r){let{cells:i}=t.report,a=i.filter(({status:e})=>e===`failed`).length,o=Math.max(Z.least,Math.min(Z.most,Math.floor(Z.all/Math.max(1,a)))),s=e=>Je(e,{page:t,kinds:n,templates:r,limit:o});return t.report.ship===null?x`<div class="target files">
      <h3 class="unseen">All files</h3>
      ${i.map(s)}
    </div>`:e(i,j).map(e=>{let[n]=e,r=T(P(n.package,t)),i=T(n.package),a=i.endsWith(r)?i.slice(0,i.length-r.length):``;return x`<div class="target">
      <h3>${x`<span class="folder">${a}</span>${a===``?i:r}`} <span class="on">${T(n.platform)}</span></h3>
      ${e.map(s)}
    </div>`})}function Je(e,{page:t,kinds:n,templates:r,limit:a}){let{report:o,platforms:s,strategies:c,anchors:l}=t,u=t.recommended.get(j(e)),d=u!==void 0&&e.strategy!==null&&u.strategy===e.strategy,f=d&&t.recommended.size>1&&t.recommended.size<=100?W(u.forms):null,p=[...Ee(e,t,a),...f===null?[]:[x`<div class="part wide">${f}</div>`]],{names:m,content:h}=r.place(p),g=[...e.strategy!==null&&e.strategy===o.ship?[`ships`]:[],...d?[`recommended`]:[]].map(e=>x` <span class="tag">${e}</span>`),v=x`data-platform="${s.indexOf(e.platform)}"
  data-strategy="${c.indexOf(e.strategy??``)}" data-kind="${n.indexOf(M(e))}"
  data-findings="${e.findings.map(({kind:e})=>e).join(` `)}"`;return x`<details
    class="build${N(e)?` attention`:``}"
    id="${l.get(e)??``}"
    ${v}${m===``?null:x` data-parts="${m}"`}
  >
    <summary>
      <span class="name">${T(_(e))}${g}</span> ${le(e)}
      <span class="needs">${Ye(e)}</span> <span class="linker">${Xe(e)}</span>
      <span class="number">${e.artifact===null?``:i(e.artifact.size)}</span>
      <span class="number">${Ze(e)}</span>
    </summary>
    ${h}
  </details> `}function Ye(e){let t=d(e)??g(e);if(t!==null)return T(t);let n=e.linkage?.minGlibc==null?null:x` <span class="floor">glibc ${e.linkage.minGlibc} or newer</span>`,r=h(e);return r.length===0?`needs nothing`:x`${r.map(e=>x`${w(e,120)} `)}${n}`}function Xe({link:e,prediction:t,status:n}){let r=n===`predicted`?t?.mode??`unknown`:e.mode;return r===`unknown`?``:`${r} linker`}function Ze({strategy:e,platform:t,timing:r}){return e===null?T(t):r.buildMs===null?``:n(r.buildMs)}function Qe({report:e}){let{environment:t,baseline:n,cache:r,source:i,cells:a}=e,{go:o,cc:s,image:c,os:l,arch:u}=t,d=n.sha===null?`none`:E(i&&p(n.sha,i),w(n.sha));return x`<section class="how" aria-labelledby="how">
    <h2 id="how">How this was checked</h2>
    ${k([[`Judged`,a.some(({status:e})=>e===`predicted`)?`Linker and linkage follow from Go's own rules, the flags and the sources. Nothing was built.`:et(e)],[`Commit`,i&&E(p(i.sha,i),w(i.sha))],[`Base`,n.steps.length===0&&n.sha===null?null:d],[`Comparison`,n.steps.length===0?null:x`<ul>
            ${n.steps.map(e=>x`<li>${I(e)}</li>`)}
          </ul>`],[`Policy`,tt(e)],[`Go`,o&&x`${I(o.why)} ${w(o.root)}`],[`Go archive`,o?.sha256==null?null:x`SHA-256 ${w(o.sha256)}`],[`C compiler`,s===null?o===null?null:`none`:x`${T(s.version)} ${w(s.path)}`],[`Machine`,x`${T(`${l}/${u}`)}${c===null?null:x`, image ${w(c)}`}`],[`Skipped`,$e(e)],[`Cache`,r&&I(ne(r))]])}
  </section>`}function $e({skippedFiles:e}){return e.length===0?null:x`<ul>
    ${e.map(({path:e,reason:t})=>x`<li>${w(e)}: ${T(t)}</li>`)}
  </ul>`}function et({cells:e}){return`Linkage is read from the headers of each file, never from flags or from what a tool prints. ${e.some(({proof:e})=>e!==null&&e.result!==`not-proven`)?`Static files were started in an empty root.`:`Nothing was executed.`}`}function tt({policy:e,source:t}){let{file:n,rules:r,notes:i}=e;return n===null&&i.length===0?null:x`${n&&x`${E(o(n,null,t),w(n))}, ${B(r,`rule`)}`}${i.length===0?null:x`<ul>
          ${i.map(e=>x`<li>${I(e)}</li>`)}
        </ul>`}`}function nt(t){let n=e(t.report.cells,e=>e.package).flatMap(e=>{let t=new Map(e.flatMap(({cgo:e})=>e.map(e=>[JSON.stringify(e.chain),e]))),n=new Set(e.filter(({cgo:e})=>e.length>0).map(({platform:e})=>e));return t.size===0?[]:[{path:e[0].package,users:[...t.values()],platforms:[...n]}]});if(n.length===0)return null;let r=n.slice(0,12),i=r.map(({path:e,users:n,platforms:r})=>{let i=T(P(e,t));return x`<figure>
      <figcaption>
        <h3>${i}</h3>
        <span class="said">${T(r.join(`, `))}</span>
      </figcaption>
      ${O(`Imports of ${i}`,ot(n,t,i))}
      <details>
        <summary>The same in words</summary>
        <ul>
          ${n.map(e=>rt(e,t))}
        </ul>
      </details>
    </figure>`}),a=n.length-r.length;return x`<section aria-labelledby="imports">
    <h2 id="imports">Imports that bring in cgo</h2>
    <p class="lead">From the main package to each package that uses cgo. Go's own linker cannot link most of them.</p>
    ${i}${a===0?null:x`<p>… and ${a} more programs; each build lists its imports.</p>`}
  </section>`}function rt(e,{report:t}){let n=F(e,t);return x`<li>
    ${Q(e).map((e,t)=>x`${t===0?null:` → `}${w(e)}`)}${n&&x` <span class="where">${n}</span>`}
  </li>`}function Q({chain:e,package:t}){return e.length>1?e:[t]}function it(t,n=0){let r=t.filter(e=>Q(e).length>n);return e(r,e=>Q(e)[n]??``).map(e=>({path:Q(e[0])[n]??``,usesCgo:e.some(e=>Q(e).length===n+1),children:it(e,n+1)}))}const $={width:276,height:30,gapX:44,gapY:14};function at(e){let t=0,n=0,r=(e,i)=>{n=Math.max(n,i+1);let a=i*($.width+$.gapX),o=e.children.map(e=>r(e,i+1)),s=o[0],c=o.at(-1);return s!==void 0&&c!==void 0?{node:e,x:a,y:(s.y+c.y)/2,children:o}:(t+=1,{node:e,x:a,y:(t-1)*($.height+$.gapY),children:o})};return{placed:e.map(e=>r(e,0)),width:n*($.width+$.gapX)-$.gapX,height:t*($.height+$.gapY)-$.gapY}}function ot(e,t,n){let{placed:r,width:i,height:a}=at(it(e));return x`<svg
    class="tree"
    role="img"
    aria-label="${`Imports of ${n} that lead to cgo: ${[...new Set(e.map(e=>T(e.package)))].join(`, `)}`.slice(0,300)}"
    width="${i+4}"
    height="${a+4}"
    viewBox="-2 -2 ${i+4} ${a+4}"
  >
    ${r.map(e=>st(e,t))}
  </svg>`}function st({node:e,x:t,y:n,children:r},i){let a={x:t+$.width,y:n+$.height/2},o=r.map(e=>{let t={x:e.x,y:e.y+$.height/2},n=(a.x+t.x)/2,r=x`<path class="tip" d="M${t.x} ${t.y}l-8 -4.5v9z" />`;return x`<path
        d="M${a.x} ${a.y}C${n} ${a.y} ${n} ${t.y} ${t.x-6} ${t.y}"
      />${r}`}),s=t===0?`main`:e.usesCgo?`cgo`:`between`,c=e.usesCgo?x`<tspan class="word" dx="6">cgo</tspan>`:null,l=ct(e.path,e.usesCgo?30:34);return x`${o}<g class="${s}"
      ><title>${T(e.path)}</title
      ><rect x="${t}" y="${n}" width="${$.width}" height="${$.height}" rx="6" /><text x="${t+12}" y="${n+20}"
        >${l}${c}</text
      ></g
    >${r.map(e=>st(e,i))}`}function ct(e,t){let n=T(e);return n.length<=t?n:`…${n.slice(n.length-t+1)}`}var lt=`:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #0e1217);
  --card: light-dark(#ffffff, #161b22);
  --raised: light-dark(#f0f2f5, #1f262f);
  --line: light-dark(#dfe3e8, #2c343e);
  --text: light-dark(#1b2027, #e5e9ee);
  --soft: light-dark(#545e69, #a3aeba);
  --accent: light-dark(#0a54c4, #82b4ff);
  --good: light-dark(#0f6430, #7fdc9a);
  --good-ground: light-dark(#e5f4ea, #12301f);
  --caution: light-dark(#7a4a00, #f1c76b);
  --caution-ground: light-dark(#fdf2d9, #352a0c);
  --bad: light-dark(#a31125, #ff9d97);
  --bad-ground: light-dark(#fdebec, #40191c);
  --neutral: light-dark(#505a64, #aab4be);
  --neutral-ground: light-dark(#eceff2, #242c35);
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 74rem; margin: 0 auto; padding: 0 1.25rem; }
main:focus { outline: none; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .06em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
code, pre, .tree text { font-family: var(--mono); font-size: .875em; unicode-bidi: isolate; }
h1, h2, h3, h4, p, ul, dl, dd, figure, pre { margin: 0; }
h1 { font-size: 1.5rem; line-height: 1.3; font-weight: 650; text-wrap: pretty; }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; margin-bottom: .75rem; }
h3 { font-size: 1rem; font-weight: 650; }
h4 { font-size: .8125rem; font-weight: 650; color: var(--soft); margin-bottom: .4rem; }
section { margin-bottom: 2.75rem; }
.lead { color: var(--soft); margin: -.35rem 0 1rem; max-width: 50rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; padding: .5rem .9rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; z-index: 2; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; padding-top: 1.1rem; padding-bottom: 1.1rem; }
.brand { font-weight: 650; letter-spacing: -.01em; }
nav { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin-left: auto; font-size: .9375rem; }
nav a { color: var(--soft); text-decoration: none; }
nav a:hover { color: var(--accent); text-decoration: underline; }
.commit { color: var(--soft); font-size: .9375rem; }
button { font: inherit; font-size: .875rem; padding: .3rem .8rem; color: var(--text); background: var(--card); border: 1px solid var(--line); border-radius: 8px; cursor: pointer; }
button:hover { border-color: var(--soft); }
#theme[aria-pressed="true"] { background: var(--raised); }
:root:not(.js) :is(#theme, .filter, .copy) { display: none; }

.verdict, article, .target, .platform, figure, .how dl, .findings > li { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.verdict { --tone: var(--good); --tone-ground: var(--good-ground); border-top: 5px solid var(--edge, var(--tone)); padding: 1.5rem 1.75rem; }
.verdict.warn { --edge: light-dark(#cf8d0b, #f1c76b); --tone: var(--caution); --tone-ground: var(--caution-ground); }
.verdict.fail { --tone: var(--bad); --tone-ground: var(--bad-ground); }
.outcome { display: inline-block; margin-bottom: .6rem; padding: .1rem .8rem; border-radius: 99px; background: var(--tone-ground); color: var(--tone); font-weight: 650; font-size: .9375rem; }
.because { margin-top: .5rem; color: var(--soft); max-width: 60rem; }
.todo { margin-top: 1.1rem; padding: .8rem 1.1rem; background: var(--raised); border-radius: 8px; }
.todo h2 { font-size: 1rem; margin-bottom: .2rem; }
.todo ul { padding-left: 1.2rem; }
.counts { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; margin-top: 1.2rem; color: var(--soft); }
.counts ul { display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; list-style: none; }

.mark { display: inline-block; padding: .05rem .6rem; border-radius: 99px; font-weight: 550; font-size: .875rem; line-height: 1.5; color: var(--neutral); background: var(--neutral-ground); text-decoration: none; }
.mark::before { margin-right: .4em; font-weight: 700; content: "–"; content: "–" / ""; }
.good { color: var(--good); background: var(--good-ground); }
.good::before { content: "✓"; content: "✓" / ""; }
.caution { color: var(--caution); background: var(--caution-ground); }
.caution::before { content: "!"; content: "!" / ""; }
.bad { color: var(--bad); background: var(--bad-ground); }
.bad::before { content: "✗"; content: "✗" / ""; }
td .mark { border-radius: 8px; }
a.mark:hover { text-decoration: underline; }
a.off { visibility: hidden; }
.tag { display: inline-block; padding: 0 .45rem; border: 1px solid var(--line); border-radius: 6px; color: var(--soft); font-size: .75rem; font-weight: 500; line-height: 1.5; font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; white-space: nowrap; }
.said, .on, .who, .page, .range, .where, .platforms { color: var(--soft); font-weight: 400; font-size: .9375rem; }
.folder { color: var(--soft); font-weight: 400; }
.page { font-size: .8125rem; }

article { padding: 1.1rem 1.4rem; margin-bottom: .9rem; }
article > * + * { margin-top: .6rem; }
.reasons > div { display: grid; grid-template-columns: 8.5rem 1fr; gap: 1rem; padding: .15rem 0; }
dt { color: var(--soft); }
.exception td:last-child { min-width: 13rem; }
.findings { padding: 0; list-style: none; display: grid; gap: .75rem; }
.findings > li { padding: .9rem 1.2rem; }
.finding p + p { margin-top: .3rem; }
summary { cursor: pointer; }
details > summary { border-radius: 6px; }
article details > summary, figure details > summary, .part details > summary { color: var(--accent); font-size: .9375rem; }
article details > * + *, figure details > * + *, .part details > * + * { margin-top: .5rem; }

.copyable { position: relative; }
.copyable + p { margin-top: .4rem; color: var(--soft); font-size: .875rem; }
pre { padding: .75rem 5.5rem .75rem 1rem; background: var(--raised); border-radius: 8px; overflow: auto; max-height: 26rem; white-space: pre-wrap; }
.copy { position: absolute; top: .45rem; right: .5rem; padding: .1rem .6rem; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; overflow-wrap: normal; }
th, td { padding: .45rem .6rem .45rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--soft); font-size: .8125rem; font-weight: 550; vertical-align: bottom; }
tbody th { font-weight: 550; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }

.filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: .6rem 1rem; margin: 0 -.75rem 1rem; padding: .7rem .75rem; background: var(--ground); border-bottom: 1px solid var(--line); font-size: .875rem; }
.filter label { display: inline-flex; align-items: center; gap: .45rem; color: var(--soft); white-space: nowrap; }
.filter :is(input[type="search"], select) { font: inherit; color: var(--text); background: var(--card); border: 1px solid light-dark(#8b949e, #6b7682); border-radius: 8px; padding: .3rem .6rem; max-width: 15rem; min-width: 0; }
.filter input::placeholder { color: var(--soft); opacity: 1; }
.filter [role="status"] { margin-left: auto; color: var(--text); font-variant-numeric: tabular-nums; }
.js .target, .js .build { scroll-margin-top: 5rem; }
.matrices { display: grid; grid-template-columns: minmax(0, 1fr); gap: .9rem; margin-bottom: 1.75rem; }
.matrices.narrow { grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); align-items: start; }
.platform { padding: .8rem 1.2rem; }
.platform summary h3 { display: inline; }
.platform .said { margin-left: .6rem; font-size: .875rem; }
.platform .scroll { margin-top: .6rem; }
.platform :is(tbody th, td, .mark) { white-space: nowrap; }

.target { margin-bottom: .9rem; padding: .3rem 0; }
.many .target { content-visibility: auto; contain-intrinsic-size: auto 13rem; }
.target > h3 { padding: .6rem 1.2rem .5rem; }
.on { margin-left: .5rem; }
.build { border-top: 1px solid var(--line); }
.target > .unseen + .build { border-top: 0; }
.build > summary { display: grid; grid-template-columns: minmax(10rem, 15rem) minmax(7rem, 11rem) 1fr 7.5rem 5rem 4.5rem; gap: .2rem 1rem; align-items: baseline; padding: .45rem 1.2rem; list-style: none; font-size: .9375rem; }
.files .build > summary { grid-template-columns: minmax(10rem, 15rem) minmax(7rem, 11rem) 1fr 7.5rem 5rem 7.5rem; }
.build > summary::-webkit-details-marker { display: none; }
.build > summary:hover { background: var(--raised); }
.build > summary:focus-visible { outline-offset: -3px; }
.build .name { font-weight: 550; }
.build .name::before { content: ""; display: inline-block; width: .42em; height: .42em; margin: 0 .7em .12em 0; border: solid var(--soft); border-width: 0 .13em .13em 0; transform: rotate(-45deg); }
.build[open] .name::before { transform: rotate(45deg); }
.build .mark { justify-self: start; }
.needs, .linker { color: var(--soft); font-size: .875rem; }
.build[open] > summary { background: var(--raised); }
.parts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.4rem 2rem; padding: 1.1rem 1.2rem 1.5rem 2.35rem; font-size: .9375rem; }
.wide { grid-column: 1 / -1; }
.part ul { padding-left: 1.1rem; }
.part .findings { padding: 0; }
.part .findings > li { background: none; border: 0; padding: 0; }
.part dl > div { display: grid; grid-template-columns: 7.5rem 1fr; gap: .75rem; padding: .1rem 0; }
.part dd ul { padding-left: 0; list-style: none; }

figure { padding: 1.1rem 1.4rem; margin-bottom: .9rem; }
figcaption h3 { display: inline; margin-right: .5rem; }
figure .scroll { margin: .9rem 0 .7rem; }
figure ul { padding-left: 1.2rem; }
.tree { display: block; }
.tree path { fill: none; stroke: var(--soft); stroke-width: 1.5; opacity: .65; }
.tree .tip { fill: var(--soft); stroke: none; }
.tree rect { fill: var(--card); stroke: var(--line); stroke-width: 1.5; }
.tree text { fill: var(--text); font-size: 12px; }
.tree .main rect { fill: var(--raised); }
.tree .cgo rect { fill: var(--caution-ground); stroke: var(--caution); }
.tree .word { fill: var(--caution); font-weight: 700; }
.costs { background: var(--card); }
.costs .bar { width: 26%; vertical-align: middle; }
.bar svg { display: block; width: 100%; height: .65rem; border-radius: 3px; }
.bar .whole { fill: var(--raised); }
.size .part-of { fill: light-dark(#4b7bd1, #6f9fea); }
.time .part-of { fill: light-dark(#8a6fc4, #a990e0); }
.costs :is(th, td) { vertical-align: middle; }
.costs tbody th { white-space: nowrap; }
.costs .number { width: 1%; padding-right: 1.5rem; }
.scroll:has(.costs) { padding: .6rem 1.4rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.how dl { padding: .8rem 1.4rem; }
.how dl > div { display: grid; grid-template-columns: 9.5rem 1fr; gap: 1rem; padding: .3rem 0; }
.how ul { padding-left: 1.1rem; }
footer { padding-bottom: 2rem; color: var(--soft); font-size: .875rem; }

@media (max-width: 62rem) {
  .build > summary, .files .build > summary { grid-template-columns: 1fr auto auto auto; }
  .build .mark { grid-column: 2 / -1; justify-self: end; }
  .build .needs { padding-left: 1.15rem; }
}
@media (max-width: 40rem) {
  h1 { font-size: 1.25rem; }
  header, main, footer { padding-left: .8rem; padding-right: .8rem; }
  .verdict { padding: 1.1rem; }
  .filter { position: static; }
  .filter label:not(.check) { width: 100%; }
  .filter :is(input[type="search"], select) { flex: 1; max-width: none; }
  nav { order: 1; width: 100%; }
  #theme { margin-left: auto; }
  .build .needs { grid-column: 1 / -1; }
  .build .linker { padding-left: 1.15rem; }
  .filter [role="status"] { margin-left: 0; }
  .reasons > div, .part dl > div, .how dl > div { grid-template-columns: 1fr; gap: 0; }
  .parts { padding-left: 1.2rem; }
  article, figure, .platform { padding-left: .9rem; padding-right: .9rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) { .mark { border: 1px solid; } .bar svg { forced-color-adjust: none; } }
@media print {
  :root, :root[data-theme] { color-scheme: only light; --ground: #fff; }
  body { font-size: 10.5pt; }
  header, main, footer { max-width: none; padding: 0; }
  nav, .filter, #theme, .copy, .skip { display: none !important; }
  a { color: inherit; text-decoration: none; }
  pre { max-height: none; padding-right: 1rem; overflow: visible; }
  .scroll { overflow: visible; }
  .tree { max-width: 100%; height: auto; }
  .range { display: block; }
  .many .target { content-visibility: visible; }
  section { margin-bottom: 1.5rem; }
  h2, h3, summary { break-after: avoid; }
  tr, .part, .findings > li { break-inside: avoid; }
  .mark { print-color-adjust: exact; }
}
`,ut=`"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  const remembered = { get: () => { try { return localStorage.getItem("go-linkage-theme"); } catch { return null; } },
    set: (value) => { try { localStorage.setItem("go-linkage-theme", value); } catch {} } };
  const theme = document.getElementById("theme");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (prefersDark.matches ? "dark" : "light")) === "dark";
  const showTheme = () => theme.setAttribute("aria-pressed", String(isDark()));
  const chosen = remembered.get();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remembered.set(root.dataset.theme);
    showTheme();
  });
  prefersDark.addEventListener("change", showTheme);
  showTheme();

  const fill = (build) => {
    const parts = build.dataset.parts;
    if (parts === undefined) return;
    delete build.dataset.parts;
    const body = document.createElement("div");
    body.className = "parts";
    for (const part of parts.split(" ")) body.append(document.getElementById("part-" + part).content.cloneNode(true));
    build.append(body);
  };
  document.addEventListener("toggle", ({ target }) => {
    if (target.open && target.classList.contains("build")) fill(target);
  }, true);

  const openTarget = () => {
    const build = document.getElementById(location.hash.slice(1));
    if (build === null || !build.classList.contains("build")) return;
    fill(build);
    build.open = true;
    build.scrollIntoView({ block: "start" });
    build.querySelector("summary").focus({ preventScroll: true });
  };
  addEventListener("hashchange", openTarget);
  openTarget();
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#build-']");
    // The same place once more is no change that the page would be told of.
    if (link === null || link.hash !== location.hash) return;
    event.preventDefault();
    openTarget();
  });

  document.addEventListener("click", async ({ target }) => {
    if (!target.classList.contains("copy")) return;
    const text = target.parentElement.querySelector("code");
    const label = target.firstChild;
    let copied = true;
    try {
      await navigator.clipboard.writeText(text.textContent);
    } catch {
      getSelection().selectAllChildren(text);
      copied = document.execCommand("copy");
    }
    label.data = copied ? "Copied" : "Selected";
    setTimeout(() => { label.data = "Copy"; }, 2000);
  });

  const form = document.querySelector(".filter");
  const shown = document.getElementById("shown");
  const links = new Map();
  for (const link of document.querySelectorAll(".platform td > a")) links.set(link.hash.slice(1), link);
  let builds = null;
  const read = () => [...document.querySelectorAll(".build")].map((build) => {
    const heading = build.parentElement.querySelector("h3");
    const text = (heading === null ? "" : heading.textContent) + " " + build.firstElementChild.textContent + " " + build.dataset.findings;
    const link = links.get(build.id);
    return { build, text: text.toLowerCase(), link: link ?? null };
  });
  const setHidden = (element, hidden) => { if (element.hidden !== hidden) element.hidden = hidden; };
  const valueOf = (name) => form.elements[name]?.value ?? "";
  const filter = () => {
    builds ??= read();
    const words = valueOf("text").toLowerCase().split(/\\s+/).filter(Boolean);
    const choices = ["platform", "strategy", "kind"].map((name) => [name, valueOf(name)]).filter(([, value]) => value !== "");
    const attention = form.elements.attention.checked;
    const all = words.length === 0 && choices.length === 0 && !attention;
    const alive = new Set();
    let count = 0;
    for (const { build, text, link } of builds) {
      const show = choices.every(([name, value]) => build.dataset[name] === value) &&
        (!attention || build.classList.contains("attention")) && words.every((word) => text.includes(word));
      setHidden(build, !show);
      if (link !== null) link.classList.toggle("off", !show);
      if (!show) continue;
      count += 1;
      alive.add(build.parentElement);
      if (link !== null) alive.add(link.closest("tr")).add(link.closest("details"));
    }
    for (const element of document.querySelectorAll(".target, .platform, .platform tbody tr")) setHidden(element, !alive.has(element));
    if (!all) for (const platform of document.querySelectorAll(".platform:not([hidden])")) platform.open = true;
    const number = (value) => value.toLocaleString("en-US");
    const noun = shown.dataset.noun;
    const total = builds.length;
    shown.textContent = all ? number(total) + " " + (total === 1 ? noun.slice(0, -1) : noun) : number(count) + " of " + number(total) + " " + noun + " shown";
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".build.attention:not([hidden], [open])")].slice(0, 100);
    for (const build of opened) { fill(build); build.open = true; }
  });
  addEventListener("afterprint", () => { for (const build of opened) build.open = false; });
})();
`;const dt=`\n${lt}`,ft=`\n${ut}`;async function pt(e){let n=ce(e),r=[`default-src 'none'`,`style-src '${await ht(dt)}'`,`script-src '${await ht(ft)}'`,`base-uri 'none'`,`form-action 'none'`,`require-trusted-types-for 'script'`].join(`; `),{outcome:i,reason:a}=e.verdict,o=`${i.toUpperCase()}: ${t(a,120)} (go-linkage)`,s=nt(n),c=de(n),l=[...e.recommendation.length>0?[[`ship`,`What to ship`]]:[],[`builds`,e.ship===null?`Files`:`Builds`],...s===null?[]:[[`imports`,`Imports`]],...c===null?[]:[[`costs`,`Sizes`]],[`how`,`How it was checked`]];return`${x`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${r}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="${e.tool.name} ${e.tool.version}" />
        <title>${o}</title>
        ${C(`<style>${dt}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the verdict</a>
        ${mt(n,l)}
        <main id="main" tabindex="-1">
          ${he(n)} ${Ve(n)} ${s} ${c} ${Qe(n)}
        </main>
        <footer><p>${e.tool.name} ${e.tool.version}</p></footer>
        ${C(`<script>${ft}<\/script>`)}
      </body>
    </html>`.toString()}\n`}function mt({report:e},t){let{source:n}=e,r=n?.url.replace(/^https?:\/\/[^/]+\//,``)??null;return x`<header>
    <p class="brand">go-linkage</p>
    ${n&&x`<p class="commit">
      ${E(n.url,r)} at
      ${E(p(n.sha,n),x`<code>${n.sha.slice(0,10)}</code>`)}
    </p>`}
    <nav aria-label="Sections">${t.map(([e,t])=>x`<a href="#${e}">${t}</a> `)}</nav>
    <button type="button" id="theme" aria-pressed="false">Dark</button>
  </header>`}async function ht(e){let t=await crypto.subtle.digest(`SHA-256`,new TextEncoder().encode(e));return`sha256-${btoa(String.fromCharCode(...new Uint8Array(t)))}`}export{pt as renderHtml};