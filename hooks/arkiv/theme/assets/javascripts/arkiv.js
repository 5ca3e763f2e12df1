// What only the browser can know or do: what day it is, and working the menu. The pages hold without it.

const header = document.querySelector(".arkiv-header")
const words = header.dataset

/** Today as the pages write dates, in the reader's own time zone. */
function today() {
  const now = new Date()
  const two = (number) => String(number).padStart(2, "0")
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** An open action past its date is said to be late. */
function markOverdue(day) {
  for (const action of document.querySelectorAll("[data-arkiv-due]")) {
    if (action.dataset.arkivDue >= day) continue
    const mark = document.createElement("span")
    mark.className = "arkiv-late"
    mark.textContent = words.arkivOverdue
    action.querySelector("strong").after(" ", mark)
  }
}

/** An assignment past its last day is said to be over. */
function markOver(day) {
  for (const assignment of document.querySelectorAll("[data-arkiv-until]")) {
    if (assignment.dataset.arkivUntil >= day) continue
    const mark = document.createElement("span")
    mark.className = "arkiv-over"
    mark.textContent = words.arkivEnded
    assignment.querySelector("strong").after(" ", mark)
  }
}

/** A date that has been: taken out where only coming ones belong, else marked. */
function markPast(day) {
  for (const line of document.querySelectorAll("[data-arkiv-dates] li")) {
    const times = line.querySelectorAll("time")
    if (!times.length || times[times.length - 1].dateTime >= day) continue
    if (line.closest(".arkiv-list--coming")) line.remove()
    else markLine(line)
  }
}

/** Says after a line that its date has been. */
function markLine(line) {
  const mark = document.createElement("small")
  mark.textContent = words.arkivPast
  line.classList.add("arkiv-is-past")
  line.append(mark)
}

/** A list of coming dates that has none left is taken away with its heading and link. */
function removeEmpty() {
  for (const list of document.querySelectorAll(".arkiv-list--coming")) {
    if (list.querySelector("li")) continue
    list.previousElementSibling.remove()
    list.nextElementSibling.remove()
    list.remove()
  }
}

/** The menu on narrow screens: a button that says whether it is open, and Escape to close. */
function workMenu() {
  const button = document.querySelector(".arkiv-menu-button")
  const menu = document.querySelector(".arkiv-menu")
  const show = (open) => {
    menu.classList.toggle("arkiv-menu--open", open)
    button.setAttribute("aria-expanded", String(open))
  }
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"))
  header.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return
    show(false)
    button.focus()
  })
  // An open menu covers what comes after it.
  header.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !header.contains(relatedTarget)) show(false)
  })
}

/** Of the choices of colours, Tab goes to the one that is seen; after a visit before, the theme has chosen none. */
function chooseColours() {
  const seen = document.querySelector("[data-md-component=palette] label:not([hidden])")
  if (seen) seen.previousElementSibling.checked = true
}

/** A record's link copies its address where the browser allows it; it stays a link either way. */
function workPermalinks() {
  const said = document.createElement("span")
  said.className = "arkiv-spoken"
  said.setAttribute("role", "status")
  document.querySelector("main").append(said)
  for (const link of document.querySelectorAll(".arkiv-permalink")) {
    link.addEventListener("click", () => {
      navigator.clipboard?.writeText(link.href).then(() => tell(link, said), () => {})
    })
  }
}

/** Tells that the link is copied, to the eye and to a screen reader, for a while. Following it took the focus off it. */
function tell(link, said) {
  link.focus({ preventScroll: true })
  const before = link.dataset.arkivLabel ?? link.textContent
  link.dataset.arkivLabel = before
  link.textContent = said.textContent = words.arkivCopied
  setTimeout(() => {
    link.textContent = before
    said.textContent = ""
  }, 2500)
}

/** What scrolls sideways, now or when the window has changed, can be reached and so scrolled by keyboard. */
function reachScrollers() {
  const sizes = new ResizeObserver((found) => found.forEach(({ target }) => reach(target)))
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap, .arkiv-matrix, .md-typeset pre > code")) {
    sizes.observe(box)
  }
}

/** A box is a region with a name while there is something to scroll to. */
function reach(box) {
  const name = "aria-label"
  if (box.scrollWidth <= box.clientWidth) return ["tabindex", "role", name].forEach((one) => box.removeAttribute(one))
  box.tabIndex = 0
  box.setAttribute("role", "region")
  if (!box.hasAttribute(name)) box.setAttribute(name, nameOf(box))
}

/** A caption or the heading that a box stands under, and a number after it if another box has that name. */
function nameOf(box) {
  const above = [...document.querySelectorAll("article :is(h1, h2, h3, h4, h5, h6)")]
  const heading = above.filter((one) => one.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING).pop()
  const said = box.querySelector("caption")?.textContent ?? heading?.textContent.replace(/#$/, "") ?? ""
  const taken = [...document.querySelectorAll("[role=region][aria-label]")].map((one) => one.ariaLabel)
  let name = `${said} (${words.arkivScrolls})`
  for (let at = 2; taken.includes(name); at += 1) name = `${said} ${at} (${words.arkivScrolls})`
  return name
}

/** An address that has no room in its cell goes on before its @, or where a part is long after a full stop. */
function breakAddresses() {
  const long = 24 // characters that a cell on a narrow telephone has room for
  for (const link of document.querySelectorAll(".arkiv-members a[href^='mailto:']")) {
    if (link.children.length) continue
    const parts = link.textContent.split(/(?=@)/)
    const [first, ...rest] = parts.flatMap((part) => (part.length > long ? part.split(/(?<=[.])/) : [part]))
    link.replaceChildren(first, ...rest.flatMap((part) => [document.createElement("wbr"), part]))
  }
}

const day = today()
markOverdue(day)
markOver(day)
markPast(day)
removeEmpty()
workMenu()
workPermalinks()
breakAddresses()
addEventListener("load", () => {
  reachScrollers() // by now the theme has put its boxes around tables
  chooseColours()
})
if (document.querySelector("[data-arkiv-filter]")) import("./registers.js") // after the marks it filters by
