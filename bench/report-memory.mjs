// Preloaded into a measured process: prints its peak resident memory in kilobytes when it ends.

process.on('exit', () => {
  process.stderr.write(`\nmaxrss ${process.resourceUsage().maxRSS}\n`)
})
