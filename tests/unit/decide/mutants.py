#!/usr/bin/env python3
"""Instruments copies of the sources that hold the rules, so that one program holds every mutant of them and a run picks one by its number.

mutants.py OUT ROOT FILE...: writes OUT/FILE for each, and OUT/mutants.inc with a line for each mutant. Nothing of the originals changes. Knows the
style of this house (clang-format), not C++: binary operators stand between blanks, which tells them from templates and references.
"""
import os
import re
import sys

TOKEN = re.compile(r'''
    (?P<blank>\s+|//[^\n]*|/\*.*?\*/) |
    (?P<preprocessor>^[ \t]*\#[^\n]*) |
    (?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*') |
    (?P<word>[A-Za-z_][A-Za-z_0-9]*) |
    (?P<number>[0-9][A-Za-z_0-9.']*) |
    (?P<mark>::|->|<<=|>>=|<=>|==|!=|<=|>=|&&|\|\||<<|>>|\+\+|--|\+=|-=|\|=|&=|[-+*/%&|^!~<>=?:;,.(){}\[\]])
''', re.X | re.M | re.S)

COMPARE = {'==': ['!='], '!=': ['=='], '<': ['<=', '>='], '<=': ['<', '>'], '>': ['>=', '<='], '>=': ['>', '<']}
NAMES = {'==': 'equal', '!=': 'unequal', '<': 'less', '<=': 'lessEqual', '>': 'greater', '>=': 'greaterEqual'}
ASSIGN = {'=', '+=', '-=', '|=', '&=', '<<=', '>>='}
NOT_A_STATEMENT = {'return', 'const', 'auto', 'if', 'for', 'while', 'switch', 'case', 'using', 'static', 'struct', 'class', 'namespace', 'template',
                   'else', 'do', 'break', 'continue', 'default', 'public', 'private', 'enum', 'constexpr', 'extern', 'inline', 'typedef', 'static_assert',
                   'explicit', 'friend', 'virtual', 'int', 'bool', 'unsigned', 'char', 'void', 'double', 'try', 'catch', 'constinit'}
GIVES_NOTHING = {'no', 'invalid', 'wrongState', 'missing', 'notLeasedByOther', 'settle', 'bring'}
OPEN, CLOSE = {'(': ')', '[': ']', '{': '}'}, {')', ']', '}'}
NS = '::cotejo::mutants::'


class Token:
    def __init__(self, kind, text, start):
        self.kind, self.text, self.start, self.end = kind, text, start, start + len(text)


class Source:
    def __init__(self, name, text, first):
        self.name, self.text, self.next = name, text, first
        self.tokens = []
        self.inserts = []   # (place, order, text)
        self.mutants = []   # (id, line, kind, text)
        at = 0
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                sys.exit(f'{name}: cannot read {text[at:at + 30]!r}')
            if match.lastgroup not in ('blank', 'preprocessor'):
                self.tokens.append(Token(match.lastgroup, match.group(), at))
            at = match.end()
        self.partner = {}
        stack = []
        for i, token in enumerate(self.tokens):
            if token.kind != 'mark':
                continue
            if token.text in OPEN:
                stack.append(i)
            elif token.text in CLOSE:
                other = stack.pop()
                self.partner[i], self.partner[other] = other, i
        self.skipped = [False] * (len(self.tokens) + 1)
        self.find_skipped()

    def is_mark(self, i, *texts):
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == 'mark' and self.tokens[i].text in texts

    def is_word(self, i, *texts):
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == 'word' and (not texts or self.tokens[i].text in texts)

    def find_skipped(self):
        """Headers of loops, constants of the compiler, templates: no place for a mutant that is chosen at run time."""
        i = 0
        while i < len(self.tokens):
            end = None
            if self.is_word(i, 'for') and self.is_mark(i + 1, '('):
                header = self.tokens[i + 1:self.partner[i + 1]]
                if any(t.kind == 'mark' and t.text == ';' for t in header) and not any(t.kind == 'mark' and t.text == ':' for t in header):
                    end = self.partner[i + 1]
            elif self.is_word(i, 'if') and self.is_word(i + 1, 'constexpr'):
                end = self.partner[i + 2]
            elif self.is_word(i, 'static_assert', 'constexpr', 'using', 'template', 'struct', 'class') and not self.is_word(i - 1, 'if'):
                end = i
                while not self.is_mark(end, ';', '{') and end < len(self.tokens) - 1:
                    end += 1
                if self.tokens[i].text in ('static_assert', 'constexpr', 'using'):
                    while not self.is_mark(end, ';'):
                        end = self.partner[end] + 1 if end in self.partner and self.is_mark(end, *OPEN) else end + 1
            if end is not None:
                for j in range(i, end + 1):
                    self.skipped[j] = True
                i = end
            i += 1

    def line(self, place):
        return self.text.count('\n', 0, place) + 1

    def add(self, kind, first, last, count=1):
        """Numbers for `count` mutants of the tokens first..last (inclusive)."""
        id_ = self.next
        start, end = self.tokens[first].start, self.tokens[last].end
        shown = re.sub(r'\s+', ' ', self.text[start:end])
        if len(shown) > 110:
            shown = shown[:107] + '...'
        kinds = kind if isinstance(kind, list) else [kind] * count
        for k in kinds:
            self.mutants.append((self.next, self.line(start), k, shown))
            self.next += 1
        return id_

    def wrap(self, first, last, before, after, level=0):
        """Wider wraps open first and close last; of equally wide ones the higher level."""
        start, end = self.tokens[first].start, self.tokens[last].end
        width = 10 * (end - start) + level
        self.inserts.append((start, 1, -width, before))
        self.inserts.append((end, 0, width, after))

    def spaced(self, i):
        token = self.tokens[i]
        return self.text[token.start - 1] in ' \n' and self.text[token.end] in ' \n'

    def extent(self, i, stops):
        """The operands of the binary operator at i: first token of the left one, last of the right one."""
        left = i - 1
        while left >= 0:
            token = self.tokens[left]
            if token.kind == 'mark':
                if token.text in (')', ']'):
                    left = self.partner[left]
                elif token.text == '}':
                    before = self.partner[left] - 1
                    if self.is_word(before) or self.is_mark(before, ')', '>'):   # T{...} or the end of a lambda
                        left = self.partner[left]
                    else:
                        break
                elif token.text in OPEN or token.text in (',', ';', '?') or token.text in ASSIGN or token.text in stops:
                    break
                elif token.text == ':':
                    break
            elif token.kind == 'word' and token.text in ('return', 'else', 'case'):
                break
            left -= 1
        right = i + 1
        while right < len(self.tokens):
            token = self.tokens[right]
            if token.kind == 'mark':
                if token.text in OPEN:
                    right = self.partner[right]
                elif token.text in CLOSE or token.text in (',', ';', '?', ':') or token.text in stops:
                    break
            right += 1
        return left + 1, right - 1

    def operators(self):
        for i, token in enumerate(self.tokens):
            if token.kind != 'mark' or token.text not in COMPARE or self.skipped[i] or not self.spaced(i):
                continue
            first, last = self.extent(i, ('&&', '||'))
            id_ = self.add([f'{token.text} as {other}' for other in COMPARE[token.text]], first, last)
            self.wrap(first, last, f'{NS}{NAMES[token.text]}({id_}, ', ')')
            self.inserts.append((token.start, 2, 0, ', /*'))
            self.inserts.append((token.end, -1, 0, '*/ '))
        # Operands of && and ||: each chain once.
        for i, token in enumerate(self.tokens):
            if token.kind != 'mark' or token.text not in ('&&', '||') or self.skipped[i] or not self.spaced(i):
                continue
            stops = ('&&', '||')
            first, _ = self.extent(i, stops)
            _, last = self.extent(i, stops)
            before, after = (f'({NS}on({{}}) || (', '))') if token.text == '&&' else (f'(!{NS}on({{}}) && (', '))')
            operands = [(i + 1, last)]
            if not self.is_mark(first - 1, token.text):
                left_first = first
                if token.text == '||':   # a chain of && is one operand of ||
                    left_first, _ = self.extent(i, ('||',))
                operands.insert(0, (left_first, i - 1))
            if token.text == '||':
                _, wide = self.extent(i, ('||',))
                operands[-1] = (i + 1, wide)
                if self.is_mark(self.extent(i, ('||',))[0] - 1, '||') and len(operands) == 2:
                    operands.pop(0)
            for a, b in operands:
                id_ = self.add(f'without this operand of {token.text}', a, b)
                self.wrap(a, b, before.format(id_), after, 1 if token.text == '&&' else 2)

    def condition(self, first, last):
        id_ = self.add(['negated', 'always', 'never'], first, last)
        self.wrap(first, last, f'{NS}condition({id_}, static_cast<bool>(', '))', 3)

    def conditions(self):
        for i, token in enumerate(self.tokens):
            if self.skipped[i]:
                continue
            if token.kind == 'word' and token.text in ('if', 'while') and self.is_mark(i + 1, '('):
                first, last = i + 2, self.partner[i + 1] - 1
                depth, semicolon, assigned = first, None, None
                while depth <= last:
                    if self.is_mark(depth, *OPEN):
                        depth = self.partner[depth]
                    elif self.is_mark(depth, ';'):
                        semicolon = depth
                    elif self.is_mark(depth, '=') and assigned is None:
                        assigned = depth
                    depth += 1
                if semicolon is not None:
                    self.condition(semicolon + 1, last)
                elif assigned is None:
                    self.condition(first, last)
                else:   # if (const auto* x = ...): the name again, after a semicolon
                    name = self.tokens[assigned - 1].text
                    id_ = self.add(['negated', 'always', 'never'], first, last)
                    self.inserts.append((self.tokens[last].end, 0, 10 ** 6, f'; {NS}condition({id_}, static_cast<bool>({name}))'))
            elif token.kind == 'mark' and token.text == '?':
                first, _ = self.extent(i, ())
                self.condition(first, i - 1)
            elif token.kind == 'word' and (token.text == 'return' or (token.text == 'bool' and self.is_word(i + 1) and self.is_mark(i + 2, '='))):
                first = i + 1 if token.text == 'return' else i + 3
                last, logical, question = first, False, False
                while not self.is_mark(last, ';', ',') and last < len(self.tokens):
                    if self.is_mark(last, *OPEN):
                        last = self.partner[last]
                    elif self.is_mark(last, '&&', '||', *COMPARE) and self.spaced(last):
                        logical = True
                    elif self.is_mark(last, '?'):
                        question = True
                    last += 1
                if self.is_mark(last, ','):
                    continue
                if last == first + 1 and self.is_word(first, 'true', 'false'):
                    id_ = self.add('the other answer', first, first)
                    self.wrap(first, first, '(', f' != {NS}on({id_}))')
                elif (logical or token.text == 'bool') and not question:
                    self.condition(first, last - 1)

    def statements(self):
        for i, token in enumerate(self.tokens):
            starts = i == 0 or self.is_mark(i - 1, ';', '{', '}') or self.is_word(i - 1, 'else') or self.header_ends(i - 1)
            if not starts or self.skipped[i]:
                continue
            end = i
            while end < len(self.tokens) and not self.is_mark(end, ';', '}', ')', ']', ','):
                end = self.partner[end] + 1 if self.is_mark(end, *OPEN) else end + 1
            if not self.is_mark(end, ';'):
                continue
            if token.kind == 'word' and token.text in ('return', 'continue'):
                if token.text == 'return' and not (self.is_word(i + 1, *GIVES_NOTHING) and self.is_mark(i + 2, '(')):
                    continue
            elif not self.is_expression(i, end):
                continue
            id_ = self.add('left out', i, end)
            self.inserts.append((token.start, 1, -10 ** 6, f'if ({NS}on({id_})) {{}} else '))

    def header_ends(self, i):
        if not self.is_mark(i, ')'):
            return False
        before = self.partner[i] - 1
        return self.is_word(before, 'if', 'for', 'while') or (self.is_word(before, 'constexpr') and self.is_word(before - 1, 'if'))

    def is_expression(self, first, end):
        if self.tokens[first].kind == 'mark':
            return self.tokens[first].text in ('++', '--', '*')
        if self.tokens[first].kind != 'word' or self.tokens[first].text in NOT_A_STATEMENT or self.tokens[first].text.startswith('COTEJO_TRY'):
            return False
        i, call, assigned = first, False, False
        while i < end:
            token = self.tokens[i]
            if token.kind == 'word' and i > first and (self.is_word(i - 1) or self.is_mark(i - 1, '>', '*', '&', '&&')) and not assigned and not call:
                return False   # a type and a name: a declaration
            if token.kind == 'mark' and token.text == '(':
                call = True
            if token.kind == 'mark' and (token.text in ASSIGN or token.text in ('++', '--')):
                assigned = True
            if token.kind == 'mark' and token.text == '{' and not assigned:
                return False
            if token.kind == 'word' and token.text in ('delete', 'default'):
                return False
            i = self.partner[i] + 1 if self.is_mark(i, *OPEN) else i + 1
        return call or assigned

    def switches(self):
        for i, token in enumerate(self.tokens):
            if not self.is_word(i, 'switch') or self.skipped[i]:
                continue
            body = self.partner[i + 1] + 1
            labels, j = [], body + 1
            while j < self.partner[body]:
                if self.is_word(j, 'case'):
                    colon = j + 1
                    while not self.is_mark(colon, ':'):
                        colon += 1
                    labels.append((j + 1, colon - 1))
                    j = colon
                elif self.is_mark(j, *OPEN):
                    j = self.partner[j]
                j += 1
            ids = [self.add('case left out', a, b) for a, b in labels]
            texts = ', '.join(self.text[self.tokens[a].start:self.tokens[b].end] for a, b in labels)
            self.wrap(i + 2, self.partner[i + 1] - 1, f'{NS}without({ids[0]}, ', f', {{{texts}}})')

    def words(self):
        """Tables of words: constexpr std::string_view kNames[] = {"a", "b"};"""
        for match in re.finditer(r'constexpr (std::string_view \w+\[\] = \{)', self.text):
            place = next(i for i, t in enumerate(self.tokens) if t.start == match.start())
            brace = next(j for j in range(place, len(self.tokens)) if self.is_mark(j, '{'))
            for j in range(brace + 1, self.partner[brace]):
                if self.tokens[j].kind == 'string':
                    id_ = self.add('another word', j, j)
                    self.wrap(j, j, f'{NS}word({id_}, ', ')')
            self.inserts.append((self.tokens[place].start, 1, 0, 'const /*'))
            self.inserts.append((self.tokens[place].end, 0, 0, '*/'))

    def tables(self):
        """The rows of the tables become data that a run may change; flips.h names every cell of them."""
        for match in re.finditer(r'^constexpr (?=(ActRow|HoldRow|DispositionRow|PaperRow) \w+\[\])', self.text, re.M):
            self.inserts.append((match.start(), 1, 0, '/*'))
            self.inserts.append((match.end() - 1, 0, 0, '*/'))

    def result(self):
        self.tables()
        self.words()
        self.switches()
        self.statements()
        self.conditions()
        self.operators()
        out, at = [], 0
        for place, _, _, text in sorted(self.inserts, key=lambda each: (each[0], each[1], each[2])):
            out.append(self.text[at:place])
            out.append(text)
            at = place
        out.append(self.text[at:])
        return '#include "tests/unit/decide/mutant.h"\n#line 1 "' + self.name + '"\n' + ''.join(out)


def main():
    out, root, files = sys.argv[1], sys.argv[2], sys.argv[3:]
    lines, next_id = [], 1
    for name in files:
        with open(os.path.join(root, name), encoding='utf-8') as file:
            source = Source(name, file.read(), next_id)
        text = source.result()
        next_id = source.next
        path = os.path.join(out, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        for id_, line, kind, shown in source.mutants:
            quoted = shown.replace('\\', '\\\\').replace('"', '\\"')
            lines.append(f'{{{id_}, "{name}", {line}, "{kind}", "{quoted}"}},\n')
    with open(os.path.join(out, 'mutants.inc'), 'w', encoding='utf-8') as file:
        file.writelines(lines)
    print(f'{next_id - 1} mutants in {len(files)} files')


main()
