function e(e){let t=e.split(`
`).length-1;return e.split(`\r
`).length-1>t/2?`\r
`:`
`}function t(e,t){return t===`
`?e:e.replaceAll(`
`,t)}function n(e){return e.replaceAll(`\r
`,`
`)}export{n,t as r,e as t};