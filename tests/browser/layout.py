"""What is wrong with a page as it is laid out: text outside its box, scroll and targets out of reach."""

from playwright.sync_api import Page

_LOOK = """async () => {
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame)  // until the page has seen its own size
  const said = (one) => `${one.nodeName.toLowerCase()}.${one.className.baseVal ?? one.className}`
  const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflowX)
  const spoken = (one) => one.closest('.arkiv-spoken, .arkiv-menu-button span, .arkiv-search-open__label')
  const cut = (one) => one.closest('.arkiv-menu__link')
  const boxOf = (one) => one.closest('svg') ?? (/^(inline|contents)$/.test(getComputedStyle(one).display)
    ? boxOf(one.parentElement) : one)
  const scroller = (one) => one && (scrolls(one) ? one : scroller(one.parentElement))
  const wide = document.documentElement
  const faults = []
  if (wide.scrollWidth > innerWidth) faults.push(`the page is ${wide.scrollWidth} px wide`)

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const parent = text.parentElement
    if (!text.data.trim() || !parent.checkVisibility() || spoken(parent) || cut(parent)) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const box = boxOf(parent), around = box.getBoundingClientRect()
    const inside = scrolls(box) ? around.left + box.scrollWidth : around.right
    const past = [...range.getClientRects()].some((one) => one.width
      && (one.left < around.left - 1 || one.right > inside + 1
        || !scroller(parent) && (one.right > innerWidth + 1 || one.left < -1)))
    if (past) faults.push(`"${text.data.trim().slice(0, 40)}" leaves its ${said(box)}`)
  }
  for (const one of document.body.querySelectorAll('*')) {
    if (!one.checkVisibility() || one.scrollWidth <= one.clientWidth || !scrolls(one)) continue
    if (one.tabIndex !== 0 || one.getAttribute('role') !== 'region' || !one.getAttribute('aria-label'))
      faults.push(`${said(one)} scrolls, out of reach or without a name`)
  }
  return [...new Set(faults)]
}"""


def faults(page: Page) -> list[str]:
    """Each fault in words; none where all text is in its box and the page itself does not scroll sideways."""
    found: list[str] = page.evaluate(_LOOK)
    return found


_MEASURE = """() => {
  const inline = (one) => getComputedStyle(one).display === 'inline'
  const block = (one) => inline(one) ? block(one.parentElement) : one
  const amongWords = (one) => inline(one) && block(one).textContent.trim() !== one.textContent.trim()
  const target = (one) => one.matches('.md-option') ? one.nextElementSibling
    : one.type === 'checkbox' ? one.labels[0] : one.closest('.arkiv-cards li') ?? one
  return [...document.querySelectorAll('a[href], button, input, select, summary')]
    .filter((one) => one.checkVisibility({visibilityProperty: true}) && !amongWords(one))
    .filter((one) => !one.matches('.md-skip, .md-option:not(:checked)'))
    .map((one) => [one, target(one).getBoundingClientRect()])
    .filter(([, {width, height}]) => width < 24 || height < 24)
    .map(([one, {width, height}]) => `${width} x ${height}: ${one.outerHTML.slice(0, 100)}`)
}"""


def small_targets(page: Page) -> list[str]:
    """What can be pressed, is no link in running text, and is less than 24 pixels each way (WCAG 2.5.8)."""
    found: list[str] = page.evaluate(_MEASURE)
    return found
