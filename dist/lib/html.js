import{r as e,t}from"./document.js";import{a as n,r,s as i,t as a}from"./text.js";import{i as o}from"./english.js";import{o as s}from"./strategies.js";import{d as c}from"./system-names.js";import{i as l,l as u}from"./glob.js";import{r as d}from"./system-strip.js";import{n as f}from"./catalog.js";import{S as p,Y as m,b as ee,d as te,f as ne,i as re,l as ie,m as ae,p as h,t as g,u as _,x as v}from"./words.js";import{r as oe}from"./problems.js";var y=class{#e;constructor(e){this.#e=e}toString(){return this.#e}};function b(e,...t){return new y(se(e).reduce((e,n,r)=>`${e}${C(t[r-1])}${n}`))}const x=/* @__PURE__ */ new WeakMap;function se(e){let t=x.get(e)??e.map(e=>e.replace(/\n\s+/g,`
`));return x.set(e,t),t}function S(e){return new y(e)}function C(e){return e==null?``:e instanceof y?e.toString():typeof e==`object`?e.map(C).join(``):le(String(e))}const ce={"&":`&amp;`,"<":`&lt;`,">":`&gt;`,'"':`&quot;`,"'":`&#39;`},w=/[\u061c\u200b\u2060\ufeff\ufdd0-\ufdef\p{Surrogate}]|[\ufffe\uffff]/gu;function le(e){return i(e).replace(w,`�`).replace(/[&<>"']/g,e=>ce[e]??e)}function T(e,t=300){return b`<code>${n(e,t)}</code>`}function E(e){return n(e,1e3)}function D(e,t){return e===null||!/^https?:\/\//.test(e)?b`${t}`:b`<a href="${e}">${t}</a>`}function O(e,t){return b`<div class="copyable">
    <pre tabindex="0" role="group" aria-label="${t}"><code>${e}</code></pre>
    <button type="button" class="copy">Copy<span class="unseen"> ${t}</span></button>
  </div>`}function k(e,t){return b`<div class="scroll" tabindex="0" role="group" aria-label="${e}">${t}</div>`}function ue(e){return b`<dl>
    ${e.filter(([,e])=>e!==null).map(([e,t])=>b`<div>
          <dt>${e}</dt>
          <dd>${t}</dd>
        </div>`)}
  </dl>`}function de(e){return e.map((e,t)=>t===0?e:b`, ${e}`)}function A(e){return b`${e.map(fe)}`}function fe(e){switch(e.kind){case`text`:return b`<p>${P(e.content)}</p>`;case`alert`:return b`<div class="alert ${e.outcome}">${A(e.blocks)}</div>`;case`list`:{let t=e.items.map(({content:e,blocks:t})=>b`<li>
            <p>${P(e)}</p>
            ${A(t)}
          </li>`);return e.isOrdered?b`<ol>
            ${t}
          </ol>`:b`<ul>
            ${t}
          </ul>`}case`table`:return j(e);case`code`:return O(e.text.as(e=>e),e.name);case`fold`:return b`<details>
        <summary>${P(e.title)}</summary>
        ${A(e.blocks)}
      </details>`}}function j({columns:e,rows:t}){let n=t=>e[t]?.isNumber===!0?`number`:``,r=e.map(({title:e},t)=>b`<th scope="col" class="${n(t)}">${P(e)}</th>`),i=t.map(({mark:e,cells:t})=>{let[r=[],...i]=t,a=i.map((e,t)=>b`<td class="${n(t+1)}">${P(e)}</td>`);return b`<tr>
      <th scope="row">${N(e)}${P(r)}</th>
      ${a}
    </tr>`});return k(`Table of ${e.map(({title:e})=>e.filter(e=>typeof e==`string`).join(``)).filter(e=>e.trim()!==``).join(`, `)}`,b`<table>
      <thead>
        <tr>
          ${r}
        </tr>
      </thead>
      <tbody>
        ${i}
      </tbody>
    </table>`)}const M={pass:[`✓`,`kept`,`good`],warn:[`!`,`warning`,`caution`],fail:[`✗`,`fails`,`bad`]};function N(e){if(e===null)return null;let[t,n,r]=M[e];return b`<span class="sign ${r}" role="img" aria-label="${n}">${t}</span> `}function P(e){return b`${e.map(F)}`}function F(e){if(typeof e==`string`)return b`${e}`;if(!(`kind`in e)){let t=e.as(e=>e);return e.form===`name`?T(t):b`${E(t)}`}return e.kind===`strong`?b`<strong>${P(e.content)}</strong>`:D(e.to,F(e.text))}function I(e,t,n){return[z(e,t),...pe(e).map(([e,t])=>{let n=t.filter(([,e])=>e!==null&&e!==``);return n.length===0?null:L(e,ue(n))}),xe(e,n),U(e,t)].filter(e=>e!==null)}function L(e,t,n=``){return b`<div class="part ${n}">
    <h4>${e}</h4>
    ${t}
  </div>`}const R={error:`bad`,warning:`caution`,info:`neutral`};function z({findings:t},n){return t.length===0?null:L(`Findings`,b`<ul class="findings">
      ${t.map(t=>b`<li class="finding">
        <p><b class="mark ${R[t.level]}">${f[t.kind].title}</b></p>
        <p>${P(e(t,n))} ${f[t.kind].why}</p>
        <p class="page">More: ${T(`docs/findings/${t.kind}.md`)}</p>
      </li>`)}
    </ul>`,`wide`)}function B(e){return e.length===0?null:de(e.map(e=>T(e)))}function V(e){return e==null||e===``?null:E(e)}function H(e){return e===null?`does not apply`:e?`yes`:`no`}function pe(e){return[...me(e),[`What it needs to start`,he(e)],[`Base commit`,ge(e)],[`Linker`,_e(e)],[`Import paths that pull in cgo`,e.cgo.map(e=>[E(e.package),T(re(e))])],[`Hardening`,ve(e)],[`File`,ye(e)],[`Recorded by Go`,be(e)]]}function me({status:e,reason:t,linkage:n,findings:r,prediction:i}){let a=n===null?t:n.reason,o=[`Why`,[[`Reason`,r.some(({message:e})=>e===a)?null:V(a)]]];if(i===null||e!==`predicted`&&i.agrees!==!1)return[o];let{linkage:s,because:c,mode:l,reasons:u,certainty:d,unseen:f}=i,p=[[`Linkage`,s===`fails`?`does not build`:s??`unknown`],[`Because`,V(c)],[`Linker`,l],[`Linker selection`,V(u.join(`; `))],[`Certainty`,d],[`Not examined`,V(f.join(`, `))]];return[o,[i.agrees===!1?`The prediction was wrong`:`Predicted`,p]]}function he({linkage:e,proof:t}){if(e===null)return[];let n=e.kind===`packed`||e.kind===`unreadable`?null:`none`;return[[`Interpreter`,e.interpreter===null?n:T(e.interpreter)],[`Shared libraries`,B(e.needed)??n],[`C library`,e.libc],[`Oldest glibc`,V(e.minGlibc)],[`Oldest system`,V(e.minOs)],[`RUNPATH`,B(e.runpath)],[`Started in an empty root`,t&&`${t.result}: ${E(t.detail)}`]]}function ge(e){let{base:t}=e;return t===null?[]:[[`Base`,E(l(g(e)??t))],[`Why`,V(t.reason)],[`Now`,E(l(e))],[`Size there`,t.size===null?null:a(t.size)],[`Sources`,t.unchanged?ie(e)?`unchanged, so it was not built`:`unchanged`:null]]}function _e({status:e,link:t}){return e===`predicted`||t.mode===`unknown`?[]:[[`Link mode`,t.mode],[`Why`,V(t.reasons.join(`; `))]]}function ve({hardening:e}){return e===null?[]:[[`PIE`,H(e.pie)],[`RELRO`,e.relro??`does not apply`],[`Bind now`,H(e.bindNow)],[`Executable stack`,H(e.executableStack)],[`Text relocations`,H(e.textRelocations)],[`Writable code`,H(e.writableCode)]]}function ye({artifact:e,timing:t}){if(e===null)return[];let{path:n,size:i,sha256:s,format:c}=e;return[[`Size`,`${a(i)} (${o(i,`byte`)})`],[`Format`,c],[`Built in`,t.buildMs===null?null:r(t.buildMs)],[`Kept as`,n===null?null:T(n)],[`SHA-256`,s===null?null:T(s)]]}function be({strategy:e,buildInfo:t}){if(e!==null||t===null)return[];let{goVersion:n,path:r,main:i,settings:a}=t;return[[`Go`,E(n)],[`Main package`,r===null?null:T(r)],[`Module`,i===null?null:T(`${i.path} ${i.version}`)],...Object.entries(a).map(([e,t])=>[E(e),T(t)])]}function xe({status:e,build:t},n){let r=t.output.trim();return e!==`failed`||r===``?null:L(`Compiler output`,O(r.length<=n?r:`… the end of ${r.length} characters …\n${r.slice(-n)}`,`Compiler output`),`wide`)}function U(e,t){let n=d(e,t);if(n===``)return null;let{goVersion:r}=e.build,i=r===null?null:b`<p>Go ${E(r)}</p>`;return L(`Build`,b`${O(n,`Command`)}${i}`,`wide`)}const W={all:2e6,most:16e3,least:1e3};function Se(e){let{cells:t}=e,n=t.filter(({status:e})=>e===`failed`).length,r={report:e,anchors:new Map(t.map((e,t)=>[e,`build-${t+1}`])),tones:Ce(e),platforms:[...new Set(t.map(({platform:e})=>e))],strategies:[...new Set(t.flatMap(({strategy:e})=>e??[]))].toSorted((e,t)=>s(e)-s(t)),kinds:[...new Set(t.map(G))].toSorted(),templates:new we(t.length>400),outputLimit:Math.max(W.least,Math.min(W.most,Math.floor(W.all/Math.max(1,n))))},i=t.filter(e=>r.tones.has(e)),a=t.filter(e=>!r.tones.has(e)),c=K(a,r),l=e.ship===null?`file`:`build`;return b`<div class="${t.length>400?`many`:`few`}">
    ${Te(r,l)} ${K(i,r)}
    ${a.length===0?null:b`<details class="rest">
            <summary>${o(a.length,l)} without a warning</summary>
            ${c}
          </details>`}
    ${r.templates.render()}
  </div>`}function Ce(e){let t=new Set(oe(e).flatMap(({outcome:e,cell:t})=>e===`fail`?t??[]:[]));return new Map(e.cells.flatMap(e=>t.has(e)?[[e,`bad`]]:e.status===`failed`||e.findings.some(({level:e})=>e!==`info`)?[[e,`caution`]]:[]))}function G(e){if(e.status===`failed`||e.status===`skipped`)return e.status;let t=u(e);return t===`fails`?`does not build`:t??`unknown`}var we=class{#e;#t=/* @__PURE__ */ new Map;#n=[];constructor(e){this.#e=e}place(e){return this.#e?{names:e.map(e=>this.#r(e)).join(` `),content:null}:{names:``,content:b`<div class="parts">${e}</div>`}}#r(e){let t=e.toString(),n=this.#t.get(t);return n===void 0?(this.#t.set(t,this.#n.length),this.#n.push(e)-1):n}render(){return this.#n.length===0?null:b`<noscript
        ><p>The details of so many builds need JavaScript here; the JSON report has them too.</p></noscript
      >
      ${this.#n.map((e,t)=>b`<template id="part-${t}">${e}</template>`)}`}};function Te({report:e,platforms:t,strategies:n,kinds:r},i){let a=(e,t,n)=>n.length<2?null:b`<label
          >${t}
          <select id="${e}">
            <option value="">all</option>
            ${n.map((e,t)=>b`<option value="${t}">${E(e)}</option>`)}
          </select></label
        >`;return b`<form class="filter" role="search" aria-label="Filter the ${i}s">
    <label class="text"
      >Filter
      <input type="search" id="text" placeholder="program, library, finding" autocomplete="off" spellcheck="false"
    /></label>
    ${a(`platform`,`Platform`,t)} ${a(`strategy`,`Strategy`,n)}
    ${a(`kind`,`Linkage`,r)}
    <label class="check"><input type="checkbox" id="attention" /> Only with warnings</label>
    <button type="reset">Clear</button>
    <p role="status" id="shown" data-noun="${i}s">${o(e.cells.length,i)}</p>
  </form>`}function K(e,t){let n=e=>Ee(e,t);return e.length===0?null:t.report.ship===null?b`<div class="target files">
      <h3 class="unseen">Files</h3>
      ${e.map(n)}
    </div>`:c(e,ee).map(e=>{let[r]=e,i=E(te(t.report).get(r.package)??r.package),a=E(r.package),o=a.endsWith(i)?a.slice(0,a.length-i.length):``;return b`<div class="target">
      <h3>${b`<span class="folder">${o}</span>${o===``?a:i}`} <span class="on">${E(r.platform)}</span></h3>
      ${e.map(n)}
    </div>`})}function Ee(e,t){let{report:n,anchors:r,tones:i,platforms:o,strategies:s,kinds:c,templates:l}=t,{names:u,content:d}=l.place(I(e,n,t.outputLimit)),f=e.sameAs===null?`ships`:`ships, same as ${e.sameAs}`,p=e.strategy!==null&&e.role===`ships`?b` <span class="tag">${f}</span>`:null,m=b`data-platform="${o.indexOf(e.platform)}"
  data-strategy="${s.indexOf(e.strategy??``)}" data-kind="${c.indexOf(G(e))}"
  data-findings="${e.findings.map(({kind:e})=>e).join(` `)}"`;return b`<details
    class="build${i.has(e)?` attention`:``}"
    id="${r.get(e)??``}"
    ${m}${u===``?null:b` data-parts="${u}"`}
  >
    <summary>
      <span class="name">${E(ae(e))}${p}</span>
      <b class="mark ${i.get(e)??`neutral`}">${_(e)}${h(e,n)}</b>
      <span class="needs">${De(e)}</span> <span class="linker">${Oe(e)}</span>
      <span class="number">${e.artifact===null?``:a(e.artifact.size)}</span>
      <span class="number">${ke(e)}</span>
    </summary>
    ${d}
  </details> `}function De(e){let t=v(e)??p(e);if(t!==null)return E(t);let n=e.linkage?.minGlibc==null?null:b` <span>glibc ${e.linkage.minGlibc} or newer</span>`,r=ne(e);return r.length===0?`needs nothing`:b`${r.map(e=>b`${T(e,120)} `)}${n}`}function Oe({link:e,prediction:t,status:n}){let r=n===`predicted`?t?.mode??`unknown`:e.mode;return r===`unknown`?``:`${r} linker`}function ke({strategy:e,platform:t,timing:n}){return e===null?E(t):n.buildMs===null?``:r(n.buildMs)}function Ae(e){let t=e.cells.flatMap(({cgo:e})=>e),n=[...new Map(t.map(e=>[JSON.stringify(e.chain),e])).values()],r=c(n,e=>e.package).toSorted((e,t)=>t.length-e.length);return r.length===0?null:b`${r.slice(0,6).map(e=>{let t=E(e[0].package),n=e.length-8;return b`<figure>
      <figcaption>
        <h3>${t}</h3>
        ${n>0?b`<span class="said">and ${o(n,`more import path`)}</span>`:null}
      </figcaption>
      ${k(`Imports of ${t}`,Me(e.slice(0,8),t))}
    </figure>`})}`}function q({chain:e,package:t}){return e.length>1?e.toReversed():[t]}function J(e,t=0){let n=e.filter(e=>q(e).length>t);return c(n,e=>q(e)[t]??``).map(e=>({path:q(e[0])[t]??``,children:J(e,t+1)}))}const Y={width:276,height:30,gapX:44,gapY:14};function je(e,t){let n=0,r=(e,i)=>{let a=(t-1-i)*(Y.width+Y.gapX),o=e.children.map(e=>r(e,i+1)),[s,c]=[o[0],o.at(-1)];return s!==void 0&&c!==void 0?{node:e,x:a,y:(s.y+c.y)/2,children:o}:(n+=1,{node:e,x:a,y:(n-1)*(Y.height+Y.gapY),children:o})};return{placed:e.map(e=>r(e,0)),height:n*(Y.height+Y.gapY)-Y.gapY}}function Me(e,t){let n=Math.max(...e.map(e=>q(e).length)),r=n*(Y.width+Y.gapX)-Y.gapX,{placed:i,height:a}=je(J(e),n);return b`<svg
    class="tree"
    role="img"
    aria-label="${`Imports that lead to ${t}`.slice(0,300)}"
    width="${r+4}"
    height="${a+4}"
    viewBox="-2 -2 ${r+4} ${a+4}"
  >
    ${i.map(e=>X(e,`cgo`))}
  </svg>`}function X({node:e,x:t,y:n,children:r},i){let a={x:t,y:n+Y.height/2},o=r.map(e=>{let t={x:e.x+Y.width,y:e.y+Y.height/2},n=(t.x+a.x)/2,r=b`<path class="tip" d="M${a.x} ${a.y}l-8 -4.5v9z" />`;return b`<path
        d="M${t.x} ${t.y}C${n} ${t.y} ${n} ${a.y} ${a.x-6} ${a.y}"
      />${r}`}),s=i===`cgo`?b`<tspan class="word" dx="6">cgo</tspan>`:null,c=Ne(e.path,i===`cgo`?30:34);return b`${o}<g class="${i}"
      ><title>${E(e.path)}</title
      ><rect x="${t}" y="${n}" width="${Y.width}" height="${Y.height}" rx="6" /><text x="${t+12}" y="${n+20}"
        >${c}${s}</text
      ></g
    >${r.map(e=>X(e,e.children.length===0?`main`:`between`))}`}function Ne(e,t){let n=E(e);return n.length<=t?n:`…${n.slice(n.length-t+1)}`}var Pe=`:root {
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

.verdict, .target, figure, .findings > li, section > .scroll:has(table) { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.verdict { --tone: var(--good); --tone-ground: var(--good-ground); border-top: 5px solid var(--edge, var(--tone)); padding: 1.5rem 1.75rem; }
.verdict.warn { --edge: light-dark(#cf8d0b, #f1c76b); --tone: var(--caution); --tone-ground: var(--caution-ground); }
.verdict.fail { --tone: var(--bad); --tone-ground: var(--bad-ground); }
.outcome { display: inline-block; margin-bottom: .6rem; padding: .1rem .8rem; border-radius: 99px; background: var(--tone-ground); color: var(--tone); font-weight: 650; font-size: .9375rem; }
.verdict.neutral { --tone: var(--neutral); --tone-ground: var(--neutral-ground); }
.verdict > * + * { margin-top: .6rem; }
section > p, section > details > :is(p, ul), .alert { max-width: 62rem; }
section > * + :is(p, ul, ol, .scroll, details, .copyable, div, form), li > * + *, .alert > * + * { margin-top: .7rem; }
section > :is(ul, ol) { padding-left: 1.4rem; }
section > :is(ul, ol) > li + li { margin-top: .5rem; }
.alert { --tone: var(--bad); padding: .9rem 1.2rem; border-left: 4px solid var(--tone); border-radius: 4px 10px 10px 4px; background: var(--card); }
.alert.warn { --tone: var(--caution); }
.alert.note { --tone: var(--accent); }
.alert ol, .alert ul { padding-left: 1.4rem; }
.sign { font-weight: 700; }
.sign.good { color: var(--good); }
.sign.caution { color: var(--caution); }
.sign.bad { color: var(--bad); }

.mark { display: inline-block; padding: .05rem .6rem; border-radius: 99px; font-weight: 550; font-size: .875rem; line-height: 1.5; color: var(--neutral); background: var(--neutral-ground); text-decoration: none; }
.mark:is(.good, .caution, .bad)::before { margin-right: .4em; font-weight: 700; }
.mark.good { color: var(--good); background: var(--good-ground); }
.mark.good::before { content: "✓"; content: "✓" / ""; }
.mark.caution { color: var(--caution); background: var(--caution-ground); }
.mark.caution::before { content: "!"; content: "!" / ""; }
.mark.bad { color: var(--bad); background: var(--bad-ground); }
.mark.bad::before { content: "✗"; content: "✗" / ""; }
td .mark { border-radius: 8px; }
.tag { display: inline-block; padding: 0 .45rem; border: 1px solid var(--line); border-radius: 6px; color: var(--soft); font-size: .75rem; font-weight: 500; line-height: 1.5; font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; white-space: nowrap; }
.said, .on, .page { color: var(--soft); font-weight: 400; font-size: .9375rem; }
.folder { color: var(--soft); font-weight: 400; }
.page { font-size: .8125rem; }

.findings { padding: 0; list-style: none; display: grid; gap: .75rem; }
.findings > li { padding: .9rem 1.2rem; }
.finding p + p { margin-top: .3rem; }
summary { cursor: pointer; }
details > summary { border-radius: 6px; }
section details:not(.build) > summary { color: var(--accent); font-size: .9375rem; }
section details:not(.build) > * + * { margin-top: .6rem; }
section > .scroll:has(table) { padding: .4rem 1.1rem; }
.rest { margin-top: .9rem; }

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
  .part dl > div { grid-template-columns: 1fr; gap: 0; }
  .parts { padding-left: 1.2rem; }
  figure { padding-left: .9rem; padding-right: .9rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) { .mark { border: 1px solid; } }
@media print {
  :root, :root[data-theme] { color-scheme: only light; --ground: #fff; }
  body { font-size: 10.5pt; }
  header, main, footer { max-width: none; padding: 0; }
  nav, .filter, #theme, .copy, .skip { display: none !important; }
  a { color: inherit; text-decoration: none; }
  pre { max-height: none; padding-right: 1rem; overflow: visible; }
  .scroll { overflow: visible; }
  .tree { max-width: 100%; height: auto; }
  .many .target { content-visibility: visible; }
  section { margin-bottom: 1.5rem; }
  h2, h3, summary { break-after: avoid; }
  tr, .part, .findings > li { break-inside: avoid; }
  .mark { print-color-adjust: exact; }
}
`,Fe=`"use strict";
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
    const rest = build.closest(".rest");
    if (rest !== null) rest.open = true;
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
  let builds = null;
  const read = () => [...document.querySelectorAll(".build")].map((build) => {
    const heading = build.parentElement.querySelector("h3");
    const text = (heading === null ? "" : heading.textContent) + " " + build.firstElementChild.textContent + " " + build.dataset.findings;
    return { build, text: text.toLowerCase() };
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
    for (const { build, text } of builds) {
      const show = choices.every(([name, value]) => build.dataset[name] === value) &&
        (!attention || build.classList.contains("attention")) && words.every((word) => text.includes(word));
      setHidden(build, !show);
      if (!show) continue;
      count += 1;
      alive.add(build.parentElement);
    }
    for (const element of document.querySelectorAll(".target")) setHidden(element, !alive.has(element));
    const rest = document.querySelector(".rest");
    if (rest !== null && !all) rest.open = true;
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
`;const Z=`\n${Pe}`,Q=`\n${Fe}`,Ie=[[`problems`,`What to do`,[`problems`]],[`rules`,`Rules`,[`rules`]],[`ships`,`What ships`,[`ships`,`advice`,`warnings`]],[`builds`,`Builds`,[`builds`,`reasons`,`findings`,`outputs`]],[`imports`,`Imports that pull in cgo`,[`imports`]],[`costs`,`Sizes`,[`costs`]],[`method`,`Method`,[`method`]]];async function Le(e){let t=[`default-src 'none'`,`style-src '${await $(Z)}'`,`script-src '${await $(Q)}'`,`base-uri 'none'`,`form-action 'none'`,`require-trusted-types-for 'script'`].join(`; `),{outcome:r,reason:i}=e.verdict,a=Be(e);return`${b`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${t}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="${e.tool.name} ${e.tool.version}" />
        <title>${`${r.toUpperCase()}: ${n(i,120)} (go-linkage)`}</title>
        ${S(`<style>${Z}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the verdict</a>
        ${Ve(e,a)}
        <main id="main" tabindex="-1">
          ${ze(e)}
          ${a.map(({name:e,title:t,content:n})=>b`<section aria-labelledby="${e}">
                <h2 id="${e}">${t}</h2>
                ${n}
              </section>`)}
        </main>
        <footer><p>${e.tool.name} ${e.tool.version}</p></footer>
        ${S(`<script>${Q}<\/script>`)}
      </body>
    </html>`.toString()}\n`}const Re={pass:`Passed`,warn:`Passed with a warning`,fail:`Failed`};function ze(e){let{outcome:n,mark:r,heading:i,sections:a}=t(e),o=a.find(({id:e})=>e===`context`)?.blocks??[];return b`<section class="verdict ${r??`neutral`}" aria-labelledby="verdict">
    <p class="outcome">${r===null?`No rule to check`:Re[n]}</p>
    <h1 id="verdict">${P(i)}</h1>
    ${A(o)}
  </section>`}function Be(e){let{sections:n}=t(e),r={builds:Se(e),imports:Ae(e)};return Ie.flatMap(([e,t,i])=>{let a=n.filter(({id:e})=>i.includes(e)).flatMap(e=>e.blocks),o=r[e]??null;return a.length===0&&o===null?[]:[{name:e,title:t,content:b`${a.length===0?null:A(a)} ${o}`}]})}function Ve({source:e},t){let n=e?.url.replace(/^https?:\/\/[^/]+\//,``)??null;return b`<header>
    <p class="brand">go-linkage</p>
    ${e&&b`<p class="commit">
      ${D(e.url,n)} at
      ${D(m(e.sha,e),b`<code>${e.sha.slice(0,10)}</code>`)}
    </p>`}
    <nav aria-label="Sections">${t.map(({name:e,title:t})=>b`<a href="#${e}">${t}</a> `)}</nav>
    <button type="button" id="theme" aria-pressed="false">Dark</button>
  </header>`}async function $(e){let t=await crypto.subtle.digest(`SHA-256`,new TextEncoder().encode(e));return`sha256-${btoa(String.fromCharCode(...new Uint8Array(t)))}`}export{Le as renderHtml};