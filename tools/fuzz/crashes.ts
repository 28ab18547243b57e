export async function runCrashes(_rounds: number, _seed: number): Promise<number> {
  return 0;
}
