/** What the formula parser, the unit check and the calculation say. */
export const engineMessages = {
  'engine.divisionByZero': { zh: '除数为零', en: 'Division by zero' },
} as const;
