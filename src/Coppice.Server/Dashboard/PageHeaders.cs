namespace Coppice.Server.Dashboard;

/// <summary>What browsers are told about answers of the dashboard.</summary>
internal static class PageHeaders
{
    /// <summary>Scripts and styles come from this server alone; styles in the page itself need its nonce; nobody may frame it.</summary>
    public static void ForPage(IHeaderDictionary headers, string nonce)
    {
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Kept, it would come back with a nonce that is used up.
        headers.CacheControl = "no-cache, private";
        ForAll(headers);
    }

    public static void ForFile(IHeaderDictionary headers, DashboardFile file)
    {
        headers.CacheControl = file.IsHashed ? "public, max-age=31536000, immutable" : "no-cache";
        if (file.Codings.Count > 0)
            headers.Vary = "Accept-Encoding";
        ForAll(headers);
    }

    private static void ForAll(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
