import { enableSurvey } from './survey-page.ts';

const form = document.querySelector<HTMLFormElement>('[data-survey]');
if (form) enableSurvey(form);
