/**
 * Room for numbers that are done with before it is taken again: what is made for each community in turn would be some hundred
 * kilobytes of garbage each time.
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
