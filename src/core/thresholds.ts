/** From here on an answer is given outright: on held-out questions about 19 of 20 such answers are right. */
export const SURE = 0.87;
/** What is trusted at most that may be offered, but is not given outright however well it fits. */
export const OFFERED = SURE - 0.01;
/** From here on an entry is worth a "did you mean". */
export const UNSURE = 0.1;
/** What is trusted at most that shall not even be offered. */
export const BELOW_UNSURE = UNSURE - 0.01;
