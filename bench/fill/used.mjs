// Told to Node before a program: says at its end, on standard error, what it has used.
process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  process.stderr.write(`\n${JSON.stringify({ cpuMs: (user + system) / 1000, peakMiB: process.resourceUsage().maxRSS / 1024 })}\n`)
})
