// Imported before everything else, so that an old Node says this and not a syntax error.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(`SmoothSchedule needs Node.js 20 or newer to begin with; this is ${process.version}.`);
  console.error(
    'Install a current Node.js (https://nodejs.org); SmoothSchedule then brings the version it runs on itself.',
  );
  process.exit(1);
}
