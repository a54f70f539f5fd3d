using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Coppice.Server.Reports;

/// <summary>A piece of a page. What is put into one is written as text, unless it is a piece itself: nothing that comes from outside becomes markup.</summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string _text;

    private Html(string text) => _text = text;

    public static Html Empty { get; } = new("");

    public static Html Of(FormattableString text) =>
        new(string.Format(CultureInfo.InvariantCulture, text.Format, [.. text.GetArguments().Select(Write)]));

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part._text)));

    public static Html Join(params ReadOnlySpan<Html> parts) => Join((IEnumerable<Html>)parts.ToArray());

    /// <summary>Markup that this program wrote itself.</summary>
    public static Html Known(string text) => new(text);

    public override string ToString() => _text;

    private static object Write(object? argument) => argument switch
    {
        null => "",
        Html piece => piece._text,
        double number => number.ToString("0.##", CultureInfo.InvariantCulture),
        IFormattable value => Encoder.Encode(value.ToString(null, CultureInfo.InvariantCulture)),
        _ => Encoder.Encode(argument.ToString()!),
    };
}
