import time, re
import markdown, yaml, os
from pathlib import Path
import knowledge.content.markdown as m
from knowledge.content.markdown import read_markdown
from knowledge.content.library import load_library
from knowledge.markup.extension import KnowledgeExtension
from knowledge.markup.place import Place
from tests.small_site import SmallSite

def test_probe_markdown(library):
    def pm(text):
        return markdown.markdown(text, extensions=["attr_list","def_list","footnotes","tables","toc","pymdownx.highlight","pymdownx.superfences",KnowledgeExtension(Place(library,"en","index"))])
    for t in ["/// note | a\n/// gap | b\nx\n///\n///\n\nafter", "//// note | a\n/// gap | b\nx\n////\n\nafter", "/// band | x\ny\n///", "/// timeline | x\n///"[:0]+"/// band\ny\n///", "    /// note\n    x\n    ///", "/// Note | a\nx\n///", "text <!-- open\n\nmore [x](y)", "<!-- open\n\nmore [x](y)", "[x][r]\n\n[r]: <p q.md>", "\\#hash", "\\[@fact-sheet-2011]", "\\[^1]\n\n[^1]: a", "a\n\n    <div>\n\n    </div>", "<div>\n\n    text\n    </div>\n\n[x](y)", "/// note | a\nTitle\n---\n///", "[x][m]\n\n[m]: term:mentor", "[x](TERM:mentor)", "[x](term:mentor 'a')", "[x]( y.md )", "[@fact-sheet-2011;@x]", "[ @fact-sheet-2011 ]", "[@fact-sheet-2011 ]", "[@Fact.x]", "a[@fact-sheet-2011]:", "#", "##", "####### x", "[x](<y.md>)", "[x](y.md\\)", "/// note\nx\n////", "/// note\n- a\n  ///\n", "- a\n\n    /// note | t\n    b\n    ///\n", "[x](y.md#a b)", "[x](y.md 'it's')", "[x]\n(y.md)", "[x] (y.md)", "~~~ foo bar\n[x](y)\n~~~", "``` foo bar baz\n[x](y)\n```", "```python title=\"x\"\n[x](y)\n```", "```\n[x](y)\n````\n\nz", "> ```\n> [x](y)\n>\n> a\n> ```", "- ```\n  [x](y)\n  ```", "Term\n:   def\n\n    [x](y)", "1. a\n\n   [x](y)\n\n       [z](y)", "<a name=\"x\"></a> <A HREF='z.md' ID=q>t</A>", "[x]( )", "![](x.png)", "![a][r]\n\n[r]: x.png \"t\"", "| a |\n|---|\n| b {#cell} |", "&#35; x", "a  \n# b"]:
        try: out = pm(t)
        except Exception as e: out = repr(e)
        d = read_markdown(t)
        print("=====", repr(t)); print(re.sub(r'<script.*|<div class="footnote">.*', "…", out, flags=re.S)[:500])
        print({k: v for k, v in d.__dict__.items() if v})

def test_probe_speed():
    n = 300_000
    cases = {k: (v * (n // len(v) + 1))[:n] for k, v in {"bt":"`a``b```c ", "bt1": "`a\n", "[":"[", "[a":"[a ", "[]":"[a][", "](":"[a](", "((":"[a](b(c", "<a":"<a ", "<a h":"<a href=", "q":"<a \"", "{":"{#", "<!--":"<!-- ", "///":"/// a\n", "#":"# a #", " ":"# a" + " "*1000, "@":"[@a;", "\n ":"`\n \n", "blank": "\n   ", "[[]":"[[a]", "!":"![", "**":"*a", "sp": "[a](" + " "*500, "tab": "\t", "ds": "<div ", "# ": "#" + " "*5000 + "x{"}.items()}
    cases["one [ + pairs"] = "[" + "[a] " * 75000
    cases["heading spaces"] = "# " + " " * 299_000 + "x"
    cases["heading spaces2"] = "# x" + " " * 29_000 + "{" 
    cases["bt open"] = "`" + "a " * 150_000
    cases["underline"] = "=" * 300_000 + "x"
    cases["hash"] = "# " + "#" * 29_999 + "x"
    for k, t in cases.items():
        s = time.perf_counter(); read_markdown(t); e = time.perf_counter() - s
        if e > .3: print("SLOW", k, round(e, 2))

def test_probe_files(tmp_path):
    s = SmallSite.create(tmp_path / "s")
    os.symlink("loop.md", s.root / "docs/en/loop.md")
    try: load_library(s.root)
    except Exception as e: print("LOOP", type(e), e)
    (s.root / "docs/en/loop.md").unlink()
    p = os.fsencode(s.root) + b"/docs/en/opl\xe6g.md"
    open(p, "wb").write(b"x")
    l = load_library(s.root); print([f for f in l.findings])
    from knowledge.checks import report
    try: print(report.text(s.findings(), None).encode())
    except Exception as e: print("NAME", type(e), e)
