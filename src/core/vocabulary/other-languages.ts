// Titles, labels and answers in the languages most written beside English: German, French, Spanish, Portuguese,
// Italian, Dutch, Russian, Chinese, Japanese, Korean. Data only; a repository adds its own through its policy.

import type { OwnWords } from './own-words.ts'

function list(words: string): string[] {
  return words.split('|').map((word) => word.trim())
}

export const otherLanguages: OwnWords = {
  headings: {
    disclosure: list(`
      KI-Nutzung | KI-Einsatz | Nutzung von KI | Einsatz von KI | KI-Offenlegung | KI-Unterstützung |
      Verwendung von KI | Wurde KI verwendet | Wurde KI eingesetzt | KI-Hinweis | Offenlegung von KI |
      Utilisation de l'IA | Usage de l'IA | Déclaration d'utilisation de l'IA | Recours à l'IA |
      Assistance de l'IA | Assistance IA | Utilisation IA | Avez-vous utilisé l'IA | Divulgation IA |
      Uso de IA | Uso de la IA | Uso de inteligencia artificial | Declaración de uso de IA |
      Asistencia de IA | ¿Se usó IA | ¿Usaste IA | ¿Se utilizó IA | Divulgación de IA |
      Uso de inteligência artificial | Declaração de uso de IA | Assistência de IA | Foi usada IA |
      Uso dell'IA | Utilizzo dell'IA | Utilizzo di IA | AI-gebruik | Gebruik van AI | Использование ИИ |
      Использование AI | Применение ИИ | Помощь ИИ | Раскрытие ИИ | AI 使用声明 | AI 使用说明 | AI 使用情况 | AI 使用 |
      使用 AI 情况 | AI 辅助 | AI 辅助声明 | AI 辅助说明 | AI 披露 | 是否使用 AI | 是否使用了 AI | 生成式 AI 使用声明 | AI 協助 | AI 使用聲明 |
      AIの使用 | AIの利用 | AI利用 | AI使用 | AIの使用について | AIの利用について | AI利用の有無 | AI使用の有無 | 生成AIの使用 | 生成AIの利用 |
      生成AIの利用について | AIを使用しましたか | AI開示 | AI 사용 | AI 사용 여부 | AI 활용 | AI 활용 여부 | AI 사용 내역 | AI 도움
    `),
    tools: list(`
      Verwendete KI-Werkzeuge | Verwendete KI-Tools | Outils IA utilisés | Herramientas de IA utilizadas |
      Ferramentas de IA utilizadas | Gebruikte AI-tools | Используемые инструменты ИИ | 使用的 AI 工具 |
      使用したAIツール | 使用AIツール | 사용한 AI 도구
    `),
    prompts: list(`
      Verwendete Prompts | Prompts utilisés | Prompts utilizados | Prompts usados | Prompt utilizzati |
      Использованные промпты | 使用的提示词 | 使用したプロンプト | 사용한 프롬프트
    `),
    failures: list(`
      Fehlgeschlagene KI-Versuche | Tentatives échouées de l'IA | Intentos fallidos de la IA |
      Tentativas falhas da IA | Неудачные попытки ИИ | AI 失败的尝试 | AI 失败尝试 | AIの失敗した試み | AIの失敗 | AI 실패 사례
    `),
    corrections: list(`
      Korrekturen am KI-Code | Manuelle Korrekturen am KI-Code | Corrections du code de l'IA |
      Correcciones al código de la IA | Correções ao código da IA | Исправления кода ИИ | 对 AI 代码的修正 |
      AI 代码的人工修改 | AIコードの修正 | AI出力の修正 | AI 코드 수정
    `),
  },
  labels: {
    tool: list(`
      Werkzeug | Outil | Herramienta | Ferramenta | Strumento | Инструмент | 工具 | ツール | 도구 | 使用ツール |
      使用したツール | 使用工具
    `),
    model: list('Modell | Modèle | Modelo | Modello | Модель | 模型 | モデル | 使用モデル | 모델'),
    // Alone, they may be about a product's prompts, as "Prompt" may.
    prompt: list('提示词 | プロンプト | 프롬프트 | Промпт'),
    purpose: list(`
      Verwendet für | Zweck | Utilisé pour | Usado para | Использовано для | 用途 | 使用目的
    `),
  },
  denials: list(`
    Nein | Keine | Keine KI | Keine KI verwendet | Es wurde keine KI verwendet | Nicht verwendet | Ohne KI |
    Non | Aucune | Aucun | Aucune IA | Aucune IA utilisée | Pas utilisée | Je n'ai pas utilisé l'IA |
    Ninguna | Ninguno | No se usó IA | No se utilizó IA | No usé IA | Sin IA | Não | Nenhuma | Nenhum |
    Não foi usada IA | Não usei IA | Sem IA | Nessuna | Nessuno | Nee | Geen | Geen AI | Нет |
    Не использовался | Не использовалось | ИИ не использовался | Без ИИ | 否 | 无 | 無 | 没有 | 未使用 | 不使用 |
    未使用 AI | 没有使用 AI | 没有使用 | 无 AI | いいえ | なし | 無し | ない | 使用していません | 使用していない | AIは使用していません | AI未使用 |
    利用していません | 아니오 | 아니요 | 없음 | 사용하지 않음 | 사용 안 함 | AI 사용 안 함
  `),
  affirmations: list(`
    Ja | Oui | Sí | Sim | Sì | Да | 是 | 有 | 使用 | 已使用 | 使用了 | 使用了 AI | はい | あり | 有り | 使用した | 使用しました |
    利用しました | 예 | 네 | 사용함
  `),
  placeholders: list(`
    Bitte ausfüllen | À compléter | Completar | Preencher | Заполнить | 请填写 | 请在此填写 | 待填写 | ここに記入 |
    ここに記入してください | 記入してください | 작성해주세요
  `),
}

/** Whether `text` may hold such words: most text holds none, and the dictionary is then never built. */
export function mayBeOtherLanguage(text: string): boolean {
  return /[\u00c0-\u024f\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]|\bKI\b|\bIA\b|\bAI-?[Gg]ebruik|Gebruik van AI/.test(
    text,
  )
}
