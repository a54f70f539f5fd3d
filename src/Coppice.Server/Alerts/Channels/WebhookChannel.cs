using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts.Channels;

/// <summary>Posts messages as JSON, signed, so that the receiver can tell who sent them and when.</summary>
internal sealed class WebhookChannel(WebhookOptions options, TimeProvider machine) : IAlertChannel, IDisposable
{
    public const string SignatureHeader = "Coppice-Signature";
    public const string DeliveryHeader = "Coppice-Delivery";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    public string Name => ChannelNames.Webhook;

    public string Target { get; } = new Uri(options.Url).GetLeftPart(UriPartial.Path);

    /// <summary>The HMAC-SHA256 of time and body. The time is part of it, so that a message cannot be sent again by others later.</summary>
    public static string Sign(string secret, long unixSeconds, byte[] body)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{unixSeconds}.")), .. body];
        return string.Create(CultureInfo.InvariantCulture, $"t={unixSeconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}");
    }

    public async Task<Delivery> SendAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(options.SecretEnv) is not { Length: > 0 } secret)
            return Delivery.Refused($"The environment variable {options.SecretEnv} is not set.");
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(message, CoppiceJson.Options);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        // The receiver holds it against its own clock, also where the workspace's is a simulated one.
        request.Headers.Add(SignatureHeader, Sign(secret, machine.GetUtcNow().ToUnixTimeSeconds(), body));
        request.Headers.Add(DeliveryHeader, message.Delivery.ToString(CultureInfo.InvariantCulture));
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
            return Delivery.Sent;
        int status = (int)response.StatusCode;
        string reason = $"{Target} answered {status}.";
        // Too slow, too many and every fault of the other side may pass by themselves; the rest needs a person.
        return status is 408 or 429 or >= 500 ? Delivery.Failed(reason) : Delivery.Refused(reason);
    }

    public void Dispose() => _http.Dispose();
}
