/** A node on a cycle of the graph whose edges go from `from[i]` to `to[i]`, or after one; undefined when there is none. Nodes are 0 to `count` - 1. */
export function cycleIn(count: number, from: readonly number[], to: readonly number[]): number | undefined {
  const starts = new Uint32Array(count + 1);
  for (const node of from) starts[node + 1] = (starts[node + 1] ?? 0) + 1;
  for (let node = 0; node < count; node += 1) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const targets = new Uint32Array(to.length);
  const filled = starts.slice();
  const arriving = new Uint32Array(count);
  for (const [edge, node] of from.entries()) {
    const target = to[edge] ?? 0;
    targets[filled[node] ?? 0] = target;
    filled[node] = (filled[node] ?? 0) + 1;
    arriving[target] = (arriving[target] ?? 0) + 1;
  }

  // Whatever nothing leads to is taken away, until nothing is left but what leads round.
  const free: number[] = [];
  for (let node = 0; node < count; node += 1) if (arriving[node] === 0) free.push(node);
  for (let node = free.pop(); node !== undefined; node = free.pop()) {
    for (let edge = starts[node] ?? 0; edge < (starts[node + 1] ?? 0); edge += 1) {
      const target = targets[edge] ?? 0;
      arriving[target] = (arriving[target] ?? 0) - 1;
      if (arriving[target] === 0) free.push(target);
    }
  }
  const left = arriving.findIndex((edges) => edges > 0);
  return left < 0 ? undefined : left;
}
