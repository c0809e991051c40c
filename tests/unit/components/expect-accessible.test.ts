// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/expect-accessible';

describe('the accessibility check of the component tests', () => {
  it.each([
    ['a field without a name', '<input type="text">'],
    ['a button without a name', '<button type="button"></button>'],
    [
      'a description that is not there',
      '<button type="button" aria-controls="x" aria-expanded="maybe">x</button>',
    ],
  ])('finds %s', async (_, html) => {
    document.body.innerHTML = html;
    await expect(expectAccessible(document.body)).rejects.toThrow();
  });

  it('lets a labelled field pass', async () => {
    document.body.innerHTML = '<main><label>Name <input type="text"></label></main>';
    await expectAccessible(document.body);
  });
});
