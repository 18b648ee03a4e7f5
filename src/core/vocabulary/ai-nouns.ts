// What people call an AI without naming one. Data only; lower case, as parts of a pattern.

/** An AI that takes part: "an LLM", "coding agents", "AI tools", and the words of other languages. */
export const aiNouns =
  '(?:(?:generative |gen ?)?a\\.?i\\.?(?:[- ](?:coding |code |programming |pair[- ])?(?:tool(?:s|ing)?|assistants?|agents?|models?|llms?|chat ?bots?|bots?|system|editor|programmer))?' +
  '|genai(?: tools?)?|(?:large )?language models?|(?:an? |the )?llms?(?: (?:agents?|tools?|models?))?' +
  '|(?:coding|code) (?:agents?|assistants?)|chat ?bots?|generative tool(?:s|ing)?' +
  "|ki(?:-(?:tools?|werkzeuge?|assistent(?:en)?))?|i\\.?a\\.? g[ée]n[ée]rative|l[’']ia|inteligencia artificial|ии|人工智能|人工知能|生成ai|大模型)"
