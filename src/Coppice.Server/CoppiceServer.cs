namespace Coppice.Server;

/// <summary>Builds the server: the registrations below are its table of contents.</summary>
public static class CoppiceServer
{
    /// <summary>Opens the workspace, brings its database up to date and makes the application, not yet started.</summary>
    public static async Task<WebApplication> BuildAsync(CoppiceServerOptions options, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = options.WorkspaceFolder });
        await Task.CompletedTask.WaitAsync(cancellationToken);
        return builder.Build();
    }
}
