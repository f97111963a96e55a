#!/usr/bin/env node
import{t as e}from"./lib/start.js";await e(`go-linkage: `,async()=>(await import(`./lib/cli.js`)).main());export{};