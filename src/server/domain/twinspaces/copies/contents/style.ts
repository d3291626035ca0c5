/** How a copy looks: one sheet for all its pages, by day and by night, on paper too. */
export const style = `:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #14262b; --soft: #45565a; --line: #d9d6cc; --action: #0b6b67; }
@media (prefers-color-scheme: dark) { :root { --paper: #10191b; --ink: #e9ece8; --soft: #aab6b5; --line: #33403f; --action: #7fd0c6; } }
* { box-sizing: border-box; margin: 0; }
body { max-inline-size: 52rem; margin-inline: auto; padding: 1.5rem 1rem 4rem; font: 17px/1.55 'Source Sans 3', system-ui, 'Noto Sans', sans-serif; color: var(--ink); background: var(--paper); }
a { color: var(--action); }
header { margin-block-end: 1.5rem; padding-block-end: .75rem; border-block-end: 1px solid var(--line); }
.space { font-size: 1.235rem; font-weight: 600; }
.space a { color: inherit; text-decoration: none; }
nav, .by, .soft, time, figcaption, dt { font-size: .882rem; color: var(--soft); }
h1 { margin-block-end: 1rem; font-size: 1.9rem; line-height: 1.2; }
h2 { margin-block: 2rem .75rem; font-size: 1.4rem; line-height: 1.25; }
h3, h4 { margin-block: 1.25rem .5rem; }
main > p, main > ul, main > ol, .text > * { margin-block-end: .9rem; max-inline-size: 44rem; }
ul, ol { padding-inline-start: 1.4rem; }
li { margin-block-end: .25rem; }
li.below { list-style: none; }
.columns { display: flex; flex-wrap: wrap; gap: 1.5rem; }
.column { flex: 1 1 14rem; min-inline-size: 0; }
.wide { overflow-x: auto; }
blockquote { padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
img, video { max-inline-size: 100%; block-size: auto; border-radius: 6px; }
audio { inline-size: 100%; }
.thread { padding-block: 1rem; border-block-start: 1px solid var(--line); }
.answers { display: grid; gap: .75rem; margin-block-start: .75rem; padding-inline-start: 1rem; border-inline-start: 2px solid var(--line); }
.words { white-space: pre-line; overflow-wrap: anywhere; max-inline-size: 44rem; }
.note { padding: .75rem 1rem; border: 1px solid var(--line); border-radius: 6px; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 1.25rem; padding: 0; list-style: none; }
table { inline-size: 100%; border-collapse: collapse; font-size: .94rem; }
th, td { padding: .4rem .5rem; text-align: start; border-block-end: 1px solid var(--line); vertical-align: top; }
@media print { header nav { display: none; } body { max-inline-size: none; } }
`;
