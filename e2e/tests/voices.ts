// Voices that a test controls: no machine that runs tests has one of its own.
import type { Page } from "@playwright/test";

export interface Speech extends EventTarget {
  voices: { lang: string; localService: boolean; name: string }[];
  said: { text: string; lang: string; voice: string }[];
  silences: number;
}

/** A device with these voices. */
export async function withVoices(page: Page, voices: Speech["voices"]): Promise<void> {
  await page.addInitScript((voices) => {
    class Utterance extends EventTarget {
      lang = "";
      voice: { name: string } | null = null;
      constructor(readonly text: string) {
        super();
      }
    }
    class Synthesis extends EventTarget {
      voices = voices;
      said: unknown[] = [];
      queue: Utterance[] = [];
      silences = 0;
      getVoices() {
        return this.voices;
      }
      speak(utterance: Utterance) {
        this.queue.push(utterance);
        this.said.push({ text: utterance.text, lang: utterance.lang, voice: utterance.voice?.name });
      }
      cancel() {
        this.silences++;
        this.queue = [];
      }
    }
    Object.defineProperty(window, "speechSynthesis", { value: new Synthesis() });
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
  }, voices);
}

export const remote = { lang: "en-GB", localService: false, name: "far" };
export const welsh = { lang: "cy-GB", localService: true, name: "Welsh" };
export const english = { lang: "en-GB", localService: true, name: "English" };
