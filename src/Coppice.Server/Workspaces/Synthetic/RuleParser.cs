using System.Globalization;

namespace Coppice.Server.Workspaces.Synthetic;

/// <summary>
/// Reads conditions such as <c>days_since_last_purchase &gt; 120 and country == "FR"</c>: comparisons joined by and, or, and parentheses;
/// and binds closer than or.
/// </summary>
public sealed class RuleParser
{
    private const int MaxLength = 1000;
    private const int MaxDepth = 20;

    private readonly RuleScanner _scanner;
    private int _depth;

    private RuleParser(string text) => _scanner = new RuleScanner(text);

    public static RuleParseResult Parse(string text)
    {
        if (text.Length > MaxLength)
            return new RuleParseResult(null, $"expected a condition of at most {MaxLength} characters, found {text.Length}");

        var parser = new RuleParser(text);
        try
        {
            RuleCondition condition = parser.ReadAny();
            parser.Expect(RuleTokenKind.End, "and, or, or the end");
            return new RuleParseResult(condition, null);
        }
        catch (FormatException problem)
        {
            return new RuleParseResult(null, problem.Message);
        }
    }

    private RuleCondition ReadAny() => ReadJunction(RuleJunctionKind.Any, "or", ReadAll);

    private RuleCondition ReadAll() => ReadJunction(RuleJunctionKind.All, "and", ReadPart);

    private RuleCondition ReadJunction(RuleJunctionKind kind, string word, Func<RuleCondition> readPart)
    {
        var parts = new List<RuleCondition> { readPart() };
        while (_scanner.Current.IsWord(word))
        {
            _scanner.Advance();
            parts.Add(readPart());
        }

        return parts.Count == 1 ? parts[0] : new RuleJunction(kind, parts);
    }

    private RuleCondition ReadPart()
    {
        if (_scanner.Current.Kind is not RuleTokenKind.Open)
            return ReadComparison();
        if (++_depth > MaxDepth)
            throw _scanner.Unexpected($"at most {MaxDepth} parentheses inside each other");

        _scanner.Advance();
        RuleCondition inner = ReadAny();
        Expect(RuleTokenKind.Close, "and, or, or )");
        _depth--;
        return inner;
    }

    private RuleComparison ReadComparison()
    {
        RuleToken feature = _scanner.Current;
        if (feature.IsWord("and") || feature.IsWord("or"))
            throw _scanner.Unexpected("the name of a feature");
        Expect(RuleTokenKind.Word, "the name of a feature");
        RuleToken sign = _scanner.Current;
        Expect(RuleTokenKind.Operator, "==, !=, <, <=, > or >=");
        RuleOperator comparison = OperatorOf(sign.Text);
        RuleToken value = _scanner.Current;
        if (value.Kind is RuleTokenKind.Text)
        {
            if (comparison is not (RuleOperator.Equal or RuleOperator.NotEqual))
                throw _scanner.Unexpected($"a number after {sign.Text} (texts are compared with == or !=)");
            _scanner.Advance();
            return new RuleComparison(feature.Text, comparison, 0, value.Text);
        }

        Expect(RuleTokenKind.Number, "a number, or a text in quotes");
        return new RuleComparison(feature.Text, comparison, double.Parse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture), null);
    }

    private void Expect(RuleTokenKind kind, string expected)
    {
        if (_scanner.Current.Kind != kind)
            throw _scanner.Unexpected(expected);
        _scanner.Advance();
    }

    private static RuleOperator OperatorOf(string sign) => sign switch
    {
        "=" or "==" => RuleOperator.Equal,
        "!=" => RuleOperator.NotEqual,
        "<" => RuleOperator.Less,
        "<=" => RuleOperator.LessOrEqual,
        ">" => RuleOperator.Greater,
        _ => RuleOperator.GreaterOrEqual,
    };
}
