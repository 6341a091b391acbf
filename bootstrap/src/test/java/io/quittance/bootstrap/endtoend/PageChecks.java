package io.quittance.bootstrap.endtoend;

/** Scripts that look at a page as it is shown; each answers with what is wrong. */
final class PageChecks {
    /** Controls that a screen reader could not name. */
    static final String WITHOUT_LABEL = """
        return [...document.querySelectorAll('input:not([type=hidden]), button, a')]
          .filter(one => !(one.labels && one.labels.length && one.labels[0].textContent.trim())
            && !one.textContent.trim())
          .map(one => one.outerHTML);
        """;

    /** Texts whose contrast with what is behind them is below 4.5:1, by the formula of WCAG 2. */
    static final String PALE = """
        const parts = color => color.match(/[0-9.]+/g).map(Number);
        const light = color => parts(color).slice(0, 3).map(v => v / 255)
          .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const behind = one => {
          for (let e = one; e; e = e.parentElement) {
            const color = getComputedStyle(e).backgroundColor;
            if ((parts(color)[3] ?? 1) > 0) return color;
          }
          return 'rgb(255, 255, 255)';
        };
        return [...document.querySelectorAll('body *')]
          .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
          .filter(one => {
            const a = light(getComputedStyle(one).color), b = light(behind(one));
            return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
          })
          .map(one => one.outerHTML.slice(0, 120));
        """;

    /** Buttons and choices less than 44 pixels high. */
    static final String SMALL = """
        return [...document.querySelectorAll('button, a.button, .choice')]
          .filter(one => one.getBoundingClientRect().height < 44)
          .map(one => one.outerHTML.slice(0, 120));
        """;

    private PageChecks() {}
}
