/** See `compiled.mjs`. */
export function compiledProgram(root: string): Promise<string | null>
