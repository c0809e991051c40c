/** The JSON of browsers, which Node 20 has but hides. */
export const json: readonly string[] = 'rawJSON' in JSON ? [] : ['--harmony-json-parse-with-source'];
