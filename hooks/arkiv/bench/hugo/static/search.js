const { search, options } = await import("/pagefind/pagefind.js");
await options({ bundlePath: "/pagefind/" });
const field = document.createElement("input");
field.type = "search";
field.addEventListener("change", async () => console.log(await search(field.value)));
document.querySelector("#search").append(field);
