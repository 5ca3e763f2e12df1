"""A walk through a page by Tab, and what is wrong with its stops."""

from typing import Any

from playwright.sync_api import Page

_SET_OUT = """() => {
  const root = document.querySelector('dialog[open]') ?? document.body
  const header = document.querySelector('.arkiv-header')
  const stops = [...root.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({visibilityProperty: true})
      && (one.type !== 'radio' || one.checked))
  const shown = (one) => one.matches('.md-option') ? one.nextElementSibling : one
  const drawn = (one) => parseFloat(getComputedStyle(one).outlineWidth) > 0
    && getComputedStyle(one).outlineStyle !== 'none'
  const free = (one, box) => {
    const bar = header.getBoundingClientRect()
    return root !== document.body || header.contains(one) || one.matches('.md-skip')
      || box.bottom <= bar.top + 1 || box.top >= bar.bottom - 1
  }
  const over = (one, {left, top, width, height}) =>
    shown(one).contains(document.elementFromPoint(left + width / 2, top + height / 2))
  const seen = (one) => [...shown(one).getClientRects()].every((box) =>
    box.height && box.top >= -1 && box.bottom <= innerHeight + 1 && free(one, box) && over(one, box))
  const note = (one) => {
    if (one === document.body || one === root) return
    walk.order.push(stops.indexOf(one))
    if (!drawn(shown(one))) walk.faults.push(`no outline: ${one.outerHTML}`)
    if (!seen(one)) walk.faults.push(`hidden: ${one.outerHTML}`)
  }
  if (!window.walk) addEventListener('keydown', (event) => {
    if (event.key === 'Tab') walk.note(document.activeElement)
  }, true)
  window.walk = {order: [], faults: [], note}
  return stops.length + (root === document.body ? 1 : 2)
}"""


def walk(page: Page, key: str = "Tab") -> tuple[list[int], list[str]]:
    """Go through all stops with this key, from the first and out of the page, or once around in a dialog.

    Each stop is looked at when it is left: by then the browser has scrolled to it.

    Returns:
        The stops as they came, each as its place among all that can be seen and worked; and their faults.
    """
    for _ in range(page.evaluate(_SET_OUT)):
        page.keyboard.press(key)
    found: dict[str, Any] = page.evaluate("({order: walk.order, faults: walk.faults})")
    return found["order"], found["faults"]
