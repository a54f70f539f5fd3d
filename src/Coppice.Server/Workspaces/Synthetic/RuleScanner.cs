using System.Globalization;

namespace Coppice.Server.Workspaces.Synthetic;

/// <summary>Cuts the text of a condition into tokens, one at a time.</summary>
internal sealed class RuleScanner
{
    private readonly string _text;
    private int _next;

    public RuleScanner(string text)
    {
        _text = text;
        Advance();
    }

    public RuleToken Current { get; private set; }

    public FormatException Unexpected(string expected)
    {
        string found = Current.Kind is RuleTokenKind.End ? "the end" : $"\"{Current.Text}\"";
        return new FormatException($"column {Current.Column}: expected {expected}, found {found} in \"{_text}\"");
    }

    public void Advance()
    {
        while (_next < _text.Length && char.IsWhiteSpace(_text[_next]))
            _next++;
        int start = _next;
        RuleTokenKind kind = ReadToken();
        string text = kind is RuleTokenKind.Text ? _text[(start + 1)..(_next - 1)] : _text[start.._next];
        Current = new RuleToken(kind, text, start + 1);
    }

    private RuleTokenKind ReadToken()
    {
        if (_next == _text.Length)
            return RuleTokenKind.End;

        char first = _text[_next++];
        switch (first)
        {
            case '(':
                return RuleTokenKind.Open;
            case ')':
                return RuleTokenKind.Close;
            case '=' or '<' or '>':
                SkipWhile(c => c == '=', most: 1);
                return RuleTokenKind.Operator;
            case '!' when _next < _text.Length && _text[_next] == '=':
                _next++;
                return RuleTokenKind.Operator;
            case '"' or '\'':
                SkipWhile(c => c != first, most: int.MaxValue);
                return _next < _text.Length && _next++ > 0 ? RuleTokenKind.Text : RuleTokenKind.Unknown;
        }

        int start = _next - 1;
        if (!IsWordPart(first) && first is not ('-' or '+' or '.'))
            return RuleTokenKind.Unknown;
        SkipWhile(c => IsWordPart(c) || c == '-' || (c == '+' && _text[_next - 1] is 'e' or 'E'), most: int.MaxValue);
        if (char.IsLetter(first) || first == '_')
            return RuleTokenKind.Word;
        bool isNumber = double.TryParse(_text.AsSpan(start, _next - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        return isNumber && double.IsFinite(number) ? RuleTokenKind.Number : RuleTokenKind.Unknown;
    }

    private void SkipWhile(Func<char, bool> condition, int most)
    {
        for (; most > 0 && _next < _text.Length && condition(_text[_next]); most--)
            _next++;
    }

    // Feature names such as events.purchase.count_30d are one word.
    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';
}
