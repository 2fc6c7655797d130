/**
 * Milliseconds of the processor that this process has used, its garbage collection and all. Not the time on
 * the wall: others may use the machine as well.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
