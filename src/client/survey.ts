import { send } from './collector.ts';
import { uuid } from './uuid.ts';

const form = document.querySelector<HTMLFormElement>('[data-survey]');
if (form) enableSurvey(form);

/** Sends the survey without leaving the page, and keeps the answers in the form if that fails. */
function enableSurvey(form: HTMLFormElement): void {
  const status = form.querySelector<HTMLElement>('.survey-status');
  const texts = form.dataset;
  const id = uuid();

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const answers = answersOf(new FormData(form));
    if (Object.keys(answers).length === 0) return say(texts.empty);
    const parameters = new URLSearchParams(location.search);
    const source = parameters.get('source')?.slice(0, 64);
    const article = parameters.get('article');
    say(texts.saving);
    form.setAttribute('aria-busy', 'true');
    const locale = document.documentElement.lang;
    const sheet = { id, locale, ...(source ? { source } : {}), ...(article ? { article } : {}), answers };
    const reply = await send('POST', form.action, sheet);
    form.removeAttribute('aria-busy');
    if (reply.kind !== 'done') return say(texts.failed);
    thank(reply.receipt ?? '');
  });

  function thank(receipt: string): void {
    const box = document.createElement('div');
    box.className = 'thanks';
    box.tabIndex = -1;
    box.setAttribute('role', 'status');
    const words = document.createElement('p');
    words.textContent = texts.saved ?? '';
    const withdraw = document.createElement('button');
    withdraw.type = 'button';
    withdraw.className = 'link-button';
    withdraw.textContent = texts.withdraw ?? '';
    withdraw.addEventListener('click', async () => {
      const reply = await send('DELETE', `${form.action}/${id}`, { receipt });
      words.textContent = (reply.kind === 'done' ? texts.withdrawn : texts.failed) ?? '';
      if (reply.kind === 'done') withdraw.remove();
    });
    box.append(words, withdraw);
    form.replaceWith(box);
    box.focus();
  }

  function say(text: string | undefined): void {
    if (status) status.textContent = text ?? '';
  }
}

/** The fields `answers.<question>` as the collector takes them: numbers, option names, lists of these, texts. */
function answersOf(data: FormData): Record<string, number | string | string[]> {
  const answers: Record<string, number | string | string[]> = {};
  for (const field of new Set(data.keys())) {
    if (!field.startsWith('answers.')) continue;
    const question = field.slice('answers.'.length);
    const values = data
      .getAll(field)
      .map(String)
      .filter((value) => value.trim() !== '');
    const element = document.querySelector<HTMLInputElement>(`[name="${CSS.escape(field)}"]`);
    const first = values[0];
    if (first === undefined) continue;
    if (element?.type === 'checkbox') answers[question] = values;
    else answers[question] = element?.dataset.number === undefined ? first : Number(first);
  }
  return answers;
}
