using System.CommandLine;

namespace Coppice.Cli.Workspaces;

/// <summary>The option that says where a server listens.</summary>
internal static class ListenOption
{
    /// <summary>Where a server listens that was told nothing: this machine only.</summary>
    public const string Usual = "http://127.0.0.1:5210";

    /// <summary>A port of this machine that the system picks.</summary>
    public const string AnyPort = "http://127.0.0.1:0";

    public static Option<string?> Of(string description)
    {
        var option = new Option<string?>("--url") { Description = description, HelpName = "URL" };
        option.Validators.Add(result =>
        {
            string? found = result.GetValueOrDefault<string?>();
            if (!Uri.TryCreate(found, UriKind.Absolute, out Uri? url) || url.Scheme != Uri.UriSchemeHttp)
                result.AddError($"--url expects an address such as {Usual}, found '{found}'.");
        });
        return option;
    }
}
