import { z } from 'zod/mini';

// zod compiles schemas with `new Function` where it may; an extension's content security policy forbids that and
// reports the attempt. To be imported before any schema: https://github.com/colinhacks/zod/issues/5864
z.config({ jitless: true });
