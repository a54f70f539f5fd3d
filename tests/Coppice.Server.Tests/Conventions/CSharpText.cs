using System.Buffers;
using System.Text;

namespace Coppice.Server.Tests.Conventions;

/// <summary>
/// Tells code, string contents and comments of a C# file apart, so that a rule about one never trips over another.
/// Each view keeps every character at its place and blanks the rest.
/// </summary>
internal sealed class CSharpText
{
    private static readonly SearchValues<char> StringPrefixes = SearchValues.Create("$@");

    private readonly string _text;
    private readonly Part[] _parts;
    private readonly List<Literal> _literals = [];

    public CSharpText(string text)
    {
        _text = text;
        _parts = new Part[text.Length];
        ReadCode(0, Nesting.File);
    }

    /// <summary>A string literal with its holes, without its quotes.</summary>
    public sealed record Literal(int Start, string Value);

    private enum Part : byte { Code, Literal, Comment }

    private enum Nesting { File, Hole }

    public string Code => View(Part.Code);

    public string Comments => View(Part.Comment);

    public IReadOnlyList<Literal> Literals => _literals;

    private string View(Part part)
    {
        var view = new StringBuilder(_text.Length);
        for (int i = 0; i < _text.Length; i++)
        {
            view.Append(_parts[i] == part || _text[i] == '\n' ? _text[i] : ' ');
        }

        return view.ToString();
    }

    /// <summary>Reads to the end of the file, or of the interpolation hole it is in, and returns where that is.</summary>
    private int ReadCode(int i, Nesting nesting)
    {
        int depth = 0;
        while (i < _text.Length)
        {
            if (At(i, "//"))
            {
                i = Mark(i, EndOf("\n", i, 0), Part.Comment);
            }
            else if (At(i, "/*"))
            {
                i = Mark(i, EndOf("*/", i + 2, 2), Part.Comment);
            }
            else if (_text[i] == '\'')
            {
                i = ReadCharacter(i);
            }
            else if (OpensString(i, out int quote))
            {
                i = ReadString(i, quote);
            }
            else if (nesting == Nesting.Hole && _text[i] == '}' && depth-- == 0)
            {
                return i;
            }
            else
            {
                depth += _text[i] == '{' ? 1 : 0;
                i++;
            }
        }

        return i;
    }

    private bool OpensString(int i, out int quote)
    {
        int length = _text.AsSpan(i).IndexOfAnyExcept(StringPrefixes);
        quote = i + Math.Max(length, 0);
        return _text[quote] == '"';
    }

    private int ReadString(int start, int quote)
    {
        string prefix = _text[start..quote];
        int quotes = _text.AsSpan(quote).IndexOfAnyExcept('"') is var run and >= 0 ? run : _text.Length - quote;
        if (prefix.Contains('@') || quotes < 3)
        {
            return ReadQuoted(quote, prefix);
        }

        string fence = new('"', quotes);
        int end = EndOf(fence, quote + quotes, 0);
        _literals.Add(new Literal(quote + quotes, _text[(quote + quotes)..end]));
        Mark(quote, end, Part.Literal);
        return Math.Min(end + quotes, _text.Length);
    }

    private int ReadQuoted(int quote, string prefix)
    {
        bool verbatim = prefix.Contains('@');
        bool interpolated = prefix.Contains('$');
        int i = quote + 1;
        while (i < _text.Length && (_text[i] != '"' || (verbatim && At(i, "\"\""))))
        {
            if (interpolated && _text[i] == '{' && !At(i, "{{"))
            {
                i = Math.Min(ReadCode(i + 1, Nesting.Hole) + 1, _text.Length);
            }
            else
            {
                bool pair = (!verbatim && _text[i] == '\\') || At(i, "\"\"") || (interpolated && (At(i, "{{") || At(i, "}}")));
                i = Mark(i, i + (pair ? 2 : 1), Part.Literal);
            }
        }

        _literals.Add(new Literal(quote + 1, _text[(quote + 1)..Math.Min(i, _text.Length)]));
        return i + 1;
    }

    private int ReadCharacter(int i)
    {
        int end = At(i + 1, "\\") ? EndOf("'", i + 3, 1) : i + 3;
        bool closed = end <= _text.Length && _text[end - 1] == '\'';
        return closed ? Mark(i, end, Part.Literal) : i + 1;
    }

    private bool At(int i, string mark) => string.CompareOrdinal(_text, i, mark, 0, mark.Length) == 0;

    private int EndOf(string mark, int from, int extra)
    {
        int at = from < _text.Length ? _text.IndexOf(mark, from, StringComparison.Ordinal) : -1;
        return at < 0 ? _text.Length : at + extra;
    }

    private int Mark(int from, int to, Part part)
    {
        to = Math.Min(to, _text.Length);
        Array.Fill(_parts, part, from, to - from);
        return to;
    }
}
