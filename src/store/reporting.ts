/** Calls back; what is thrown is reported and goes no further. */
export function reporting(callback: () => void, onError: (error: unknown) => void): void {
  try {
    callback();
  } catch (error) {
    onError(error);
  }
}
