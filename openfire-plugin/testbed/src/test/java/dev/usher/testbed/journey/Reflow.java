package dev.usher.testbed.journey;

import com.microsoft.playwright.Page;
import java.util.List;

/** Finds what does not fit into the width of the page. */
final class Reflow {
    private static final String BESIDE = """
            () => [...document.querySelectorAll('body *')]
              .filter(element => element.checkVisibility() && element.closest('.unseen') === null)
              .filter(element => {
                const { left, right } = element.getBoundingClientRect();
                return left < -1 || right > innerWidth + 1;
              })
              .map(element => `beside the page: ${element.outerHTML.slice(0, 200)}`)
              .concat([...document.querySelectorAll('html, body, main, .log')]
                .filter(element => element.scrollWidth > element.clientWidth + 1)
                .map(element => `scrolls sideways: ${element.outerHTML.slice(0, 60)}`))
            """;

    private Reflow() {}

    /** What cannot be seen without scrolling sideways. */
    static List<String> beside(Page page) {
        return ((List<?>) page.evaluate(BESIDE)).stream().map(String::valueOf).toList();
    }
}
