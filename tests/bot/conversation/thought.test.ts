import { describe, expect, it } from 'vitest';
import {
  afterThought,
  mayThinkAgain,
  Outdated,
  oncePerThought,
  restsOn,
  thinking,
} from '../../../src/bot/conversation/thought.ts';

describe('thinking', () => {
  it('is done again where what it rests on has changed, and not for anything else', async () => {
    let version = 1;
    const seen: number[] = [];
    const result = await thinking(async (stillHolds) => {
      restsOn('version', () => version);
      restsOn('nothing', () => 'same');
      seen.push(version);
      if (seen.length === 1) version++;
      stillHolds();
      return version;
    });
    expect([result, seen]).toEqual([2, [1, 2]]);
  });

  it('is done three times at most, and then counts as it is', async () => {
    let version = 0;
    const mayAgain: boolean[] = [];
    await thinking(async (stillHolds) => {
      restsOn('version', () => version);
      mayAgain.push(mayThinkAgain());
      version++;
      stillHolds();
    });
    expect(mayAgain).toEqual([true, true, false]);
    expect(mayThinkAgain()).toBe(false);
  });

  it('takes in what is new before it is done again', async () => {
    const steps: string[] = [];
    const catchUp = async () => void steps.push('caught up');
    await thinking(async () => {
      steps.push('thought');
      if (steps.length === 1) throw new Outdated(catchUp);
    });
    expect(steps).toEqual(['thought', 'caught up', 'thought']);
  });

  it('lets other errors through', async () => {
    let times = 0;
    const failure = new Error('no');
    await expect(thinking(() => Promise.reject(++times && failure))).rejects.toBe(failure);
    expect(times).toBe(1);
  });

  it('has its consequences once, at its end, and waits for them', async () => {
    const steps: string[] = [];
    await thinking(async () => {
      await afterThought(async () => {
        await Promise.resolve();
        steps.push('consequence');
      });
      steps.push('thought');
      if (steps.length === 1) throw new Outdated();
    });
    expect(steps).toEqual(['thought', 'thought', 'consequence']);
    await afterThought(() => void steps.push('at once'));
    expect(steps.at(-1)).toBe('at once');
  });

  it('counts once what counts once', async () => {
    let counted = 0;
    let thought = 0;
    const count = () => oncePerThought('count', () => ++counted);
    await thinking(async () => {
      count();
      count();
      if (++thought === 1) throw new Outdated();
    });
    expect([thought, counted]).toEqual([2, 1]);
    count();
    count();
    expect(counted).toBe(3);
  });

  it('inside other thinking is done again with that', async () => {
    const steps: string[] = [];
    await thinking(async () => {
      steps.push('outer');
      await thinking(async () => {
        steps.push('inner');
        if (steps.length === 2) throw new Outdated();
      });
    });
    expect(steps).toEqual(['outer', 'inner', 'outer', 'inner']);
  });

  it('has no part in what it has begun and does not wait for', async () => {
    let late: Promise<unknown> | undefined;
    const seen: string[] = [];
    await thinking(async () => {
      late = new Promise((resolve) => setTimeout(resolve, 5)).then(() => afterThought(() => void seen.push('late')));
    });
    await late;
    expect(seen).toEqual(['late']);
  });
});
