// What an eye, a finger and the Tab key would stumble over on the screen as it is now. Runs in the page; gives plain
// sentences, none when all is well.
import type { Page } from "@playwright/test";

/** The smallest height of anything that patients select, in CSS pixels (NHS). */
export const FINGER = 44;
/** The same for researchers, whose page is denser and made for a desk (WCAG 2.5.8). */
export const POINTER = 24;

/** Faults of the screen's layout, its targets, its headings and its focus. Nothing to select is lower than `target`. */
export async function faults(page: Page, target: number): Promise<string[]> {
  // A key first: a browser shows the focus only to those who use keys.
  await page.keyboard.press("Shift");
  return page.evaluate((smallest) => {
    const found: string[] = [];
    const called = (element: Element) =>
      `${element.localName}${element.id && `#${element.id}`}${element.className && `.${String(element.className).replaceAll(" ", ".")}`} "${element.textContent?.trim().slice(0, 30)}"`;

    const root = document.documentElement;
    if (root.scrollWidth > window.innerWidth) found.push(`the page is ${root.scrollWidth} px wide in ${window.innerWidth}`);
    if (document.querySelectorAll("h1").length !== 1) found.push("there is not exactly one h1");
    if (!root.lang || !["ltr", "rtl"].includes(root.dir)) found.push(`lang "${root.lang}", dir "${root.dir}"`);

    // Text that was cut off or that sticks out of its box.
    for (const element of document.querySelectorAll("main *, header *, footer *, nav *")) {
      if (element.closest(".visually-hidden, .skip-link, details:not([open]) > :not(summary)")) continue;
      // The words of an end reach below its neighbours, so that all cells can be equal. They must not meet.
      if (element.matches(".cells-numbers > .cell")) continue;
      // Wide tables and plots scroll in frames of their own, and what is typed scrolls in its field.
      if (element.matches(".table-frame, .plot-frame, pre, input") || element.closest("svg")) continue;
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && getComputedStyle(element).display !== "inline") {
        found.push(`${called(element)} is wider than its place by ${element.scrollWidth - element.clientWidth} px`);
      }
    }

    const ends = [...document.querySelectorAll(".cells-numbers .cell-words")].map((words) => words.getBoundingClientRect());
    const meet = (one: DOMRect, other: DOMRect) =>
      one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
    if (ends.some((one, at) => ends.slice(at + 1).some((other) => meet(one, other)))) found.push("the words of two ends meet");

    const selectable = "a[href], button, summary, label.cell, input:not([type=radio], [type=checkbox])";
    for (const element of document.querySelectorAll<HTMLElement>(selectable)) {
      if (!element.checkVisibility() || element.matches(".skip-link, .file-input")) continue;
      const { height } = element.getBoundingClientRect();
      if (height < smallest - 0.5) found.push(`${called(element)} is ${height.toFixed(1)} px high`);
    }

    // Every stop of the Tab key can be seen to have the focus, and nothing lies over it.
    const luminance = (colour: number[]) => {
      const [red, green, blue] = colour.map((part) => (part <= 0.04045 * 255 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: number[], other: number[]) => {
      const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    };
    const colours = (text: string) =>
      [...text.matchAll(/rgba?\(([^)]*)\)/g)].map(([, parts]) => parts.split(/[ ,/]+/).map(Number)).filter((parts) => parts[3] !== 0);
    const ground = (element: Element | null): number[] => {
      for (let at = element; at; at = at.parentElement) {
        const [colour] = colours(getComputedStyle(at).backgroundColor);
        if (colour) return colour.slice(0, 3);
      }
      return [255, 255, 255];
    };
    const before = document.activeElement as HTMLElement | null;
    const scrolled = window.scrollY;
    for (const element of document.querySelectorAll<HTMLElement>("a[href], button, summary, input")) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(":disabled")) continue;
      element.focus({ focusVisible: true } as FocusOptions);
      if (document.activeElement !== element) {
        found.push(`${called(element)} does not take the focus`);
        continue;
      }
      // What shows the focus, where that is not the control itself.
      const shows = element.closest(".cell")?.querySelector(".cell-face") ?? element.closest(".count-card, .difference .choice");
      const face = shows ?? (element.matches(".file-input") ? element.nextElementSibling! : element);
      const style = getComputedStyle(face);
      const ring = style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2 ? "" : style.outlineColor;
      const around = ground(face.parentElement);
      const best = Math.max(0, ...colours(`${ring} ${style.boxShadow}`).map((colour) => contrast(colour.slice(0, 3), around)));
      if (ring === "" || best < 3) found.push(`the focus on ${called(element)} has a contrast of ${best.toFixed(1)}`);
      const box = face.getBoundingClientRect();
      // Of a wide one in a frame that scrolls, the part in the frame.
      const frame = element.closest(".table-frame")?.getBoundingClientRect();
      const left = Math.max(box.left, frame?.left ?? 0);
      const right = Math.min(box.right, frame?.right ?? window.innerWidth);
      const top = document.elementFromPoint((left + right) / 2, box.y + Math.min(box.height / 2, 20));
      const seen = top !== null && (face.contains(top) || top.contains(face) || top.closest("label")?.contains(face));
      if (!seen) found.push(`${called(element)} has the focus under ${top ? called(top) : "nothing that is on the screen"}`);
    }
    before?.focus({ preventScroll: true });
    window.scrollTo(0, scrolled);
    return [...new Set(found)];
  }, target);
}
