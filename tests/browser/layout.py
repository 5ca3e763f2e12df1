"""What is wrong with a page as it is laid out: text outside its box, scrolling out of reach."""

from playwright.sync_api import Page

_LOOK = """() => {
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
