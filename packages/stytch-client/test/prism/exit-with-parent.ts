// Ends this process when the one that started it is gone, whatever way it went: then its end of the pipe closes.
process.stdin.on("close", () => process.exit(1));
process.stdin.resume();
