namespace Coppice.Server.Dashboard;

/// <summary>The one page of HTML: each time it is sent its styles get another nonce, which only the page itself can read.</summary>
internal sealed class StartPage
{
    private const string Name = "name=\"style-nonce\"";
    private const string Head = "<head>";

    private readonly string _before;
    private readonly string _after;

    private StartPage(string before, string after)
    {
        _before = before;
        _after = after;
    }

    /// <summary>Finds the place of the nonce: the tag of that name, or the beginning of the head.</summary>
    public static StartPage Of(string html)
    {
        int name = html.IndexOf(Name, StringComparison.Ordinal);
        if (name >= 0)
            return new StartPage(html[..html.LastIndexOf('<', name)], html[(html.IndexOf('>', name) + 1)..]);
        int head = html.IndexOf(Head, StringComparison.Ordinal);
        int place = head < 0 ? 0 : head + Head.Length;
        return new StartPage(html[..place], html[place..]);
    }

    public string With(string nonce) => $"{_before}<meta {Name} content=\"{nonce}\">{_after}";
}
