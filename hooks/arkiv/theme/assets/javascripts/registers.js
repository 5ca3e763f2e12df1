// Filters for the records of a register. Loaded only where a register has them; the list is whole without.

const language = document.documentElement.lang
const box = document.querySelector("[data-arkiv-filter]")
const records = [...document.querySelectorAll(".arkiv-record")]
const shown = box.querySelector("[role=status]")
const choices = [...box.querySelectorAll("[data-arkiv-key]")]
const text = box.querySelector("[data-arkiv-text]")

/** What a record is at present: the page knows what is done, and only the browser what is late or past. */
function states(record) {
  const found = [record.dataset.arkivState]
  if (record.querySelector(".arkiv-late")) found.push("overdue")
  if (record.querySelector(".arkiv-over")) return ["past"]
  return found
}

/** Whether a record is what has been chosen. */
function fits(record) {
  const words = text.value.trim().toLocaleLowerCase(language).split(/\s+/)
  const said = record.textContent.toLocaleLowerCase(language)
  if (!words.every((word) => said.includes(word))) return false
  return choices.every((choice) => {
    if (!choice.value) return true
    const own = choice.dataset.arkivKey === "state" ? states(record) : [record.dataset.arkivNetwork]
    return own.includes(choice.value)
  })
}

/** A heading with nothing left under it is hidden with what it stood for. */
function showHeadings() {
  for (const heading of document.querySelectorAll("article h2[id]")) {
    const under = []
    for (let next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) {
      under.push(next)
    }
    const own = under.filter((one) => one.classList.contains("arkiv-record"))
    heading.hidden = own.length > 0 && own.every((one) => one.hidden)
  }
}

function choose() {
  for (const record of records) record.hidden = !fits(record)
  showHeadings()
  const left = records.filter((record) => !record.hidden).length
  const said = box.dataset.arkivFilter.replace("{shown}", left).replace("{count}", records.length)
  shown.textContent = left === records.length ? "" : said
}

box.hidden = false
box.addEventListener("input", choose)
choose()
