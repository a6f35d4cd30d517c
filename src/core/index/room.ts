/**
 * Room for numbers that are done with before it is taken again: what is made for each community in turn would be some
 * hundred kilobytes of garbage each time.
 * @returns a function from a size to at least so many zeros.
 */
export function createRoom(): (size: number) => Int32Array {
  let room = new Int32Array(0);
  return (size) => {
    if (room.length < size) room = new Int32Array(2 * size);
    else room.fill(0, 0, size);
    return room;
  };
}

let zeros = new Float32Array(0);

/**
 * Room for a sum, the same for everybody: there may be ten thousand indexes, and one question is asked at a time.
 * @returns at least so many zeros, which must be zeros again before anybody else takes them.
 */
export function sharedZeros(size: number): Float32Array {
  if (zeros.length < size) zeros = new Float32Array(Math.ceil(size * 1.25));
  return zeros;
}
