namespace Coppice.Cli.Terminal;

/// <summary>Breaks lines between words; what follows stands two columns further in than the first.</summary>
internal static class TextWrapping
{
    public static IEnumerable<string> Wrap(string text, int width)
    {
        int indent = text.Length - text.TrimStart().Length;
        string rest = text.TrimEnd();
        string prefix = "";
        string hanging = new(' ', indent + 2);
        while (prefix.Length + rest.Length > width)
        {
            int room = width - prefix.Length;
            int cut = rest.LastIndexOf(' ', room);
            if (cut <= (prefix.Length == 0 ? indent : 0))
                cut = room;
            yield return prefix + rest[..cut].TrimEnd();
            rest = rest[cut..].TrimStart();
            prefix = hanging;
        }

        yield return prefix + rest;
    }
}
