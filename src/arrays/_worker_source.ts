/**
 * What a thread runs: kernels over pieces that it is sent. It is text, so that it needs no file of its
 * own wherever this module is: in a folder, in a package or in a bundle for browsers.
 */
export const WORKER_SOURCE = `
const node = typeof self === "undefined" && process.getBuiltinModule("node:worker_threads");
const port = node ? node.parentPort : self;
const known = new Map();
const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });

const kernel = async ({ name, bytes }) => {
  if (!known.has(name)) {
    const { instance } = await WebAssembly.instantiate(bytes, { kernels: { memory } });
    known.set(name, instance.exports.run);
  }
  return known.get(name);
};

const work = async ({ id, xs, out, room, ...wanted }) => {
  const run = await kernel(wanted);
  const numbers = new Float32Array(memory.buffer, 0, room / 4);
  const list = new Uint32Array(memory.buffer, room);
  const doubts = [];
  for (let start = 0; start < xs.length; start += numbers.length) {
    const part = xs.subarray(start, start + numbers.length);
    numbers.set(part);
    const end = (run(4 * part.length, wanted.parameter ?? 0) - room) / 4;
    for (let k = 0; k < end; k++) {
      for (let lane = 0, i = list[k] >> 4 << 2; lane < 4 && i < part.length; lane++, i++) {
        if (list[k] >> lane & 1) doubts.push([start + i, part[i]]);
      }
    }
    out.set(numbers.subarray(0, part.length), start);
  }
  const shared = out.buffer !== xs.buffer || typeof SharedArrayBuffer === "function" &&
    out.buffer instanceof SharedArrayBuffer;
  port.postMessage({ id, out, doubts }, shared ? [] : [out.buffer]);
};

const answer = (job) => work(job).catch((error) => port.postMessage({ id: job.id, error }));
if (node) port.on("message", answer);
else port.onmessage = ({ data }) => answer(data);
`;
