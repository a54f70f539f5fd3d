using System.Net;
using System.Net.Mail;
using System.Text;
using Coppice.Client;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts.Channels;

/// <summary>Sends messages as e-mails that hold all there is to know in plain text.</summary>
internal sealed class EmailChannel(EmailOptions options) : IAlertChannel
{
    public string Name => ChannelNames.Email;

    public string Target { get; } = string.Join(", ", options.To);

    public async Task<Delivery> SendAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.Encryption == EmailEncryption.StartTls };
        if (options.PasswordEnv is { } variable)
        {
            if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } password)
                return Delivery.Refused($"The environment variable {variable} is not set.");
            client.Credentials = new NetworkCredential(options.User, password);
        }

        using var mail = Write(message);
        try
        {
            await client.SendMailAsync(mail, cancellationToken);
            return Delivery.Sent;
        }
        catch (SmtpFailedRecipientException e) when (Failed(e).Length < options.To.Count)
        {
            // The others have it: to send it again would tell them twice.
            return Delivery.Sent with { Reason = Words(e) };
        }
        catch (SmtpException e) when (!cancellationToken.IsCancellationRequested)
        {
            var code = e is SmtpFailedRecipientException recipient ? Failed(recipient)[0].StatusCode : e.StatusCode;
            // Codes from 500 are for good; a server that does not answer has none.
            return (int)code >= 500 ? Delivery.Refused(Words(e)) : Delivery.Failed(Words(e));
        }
    }

    private static SmtpFailedRecipientException[] Failed(SmtpFailedRecipientException failure) =>
        failure is SmtpFailedRecipientsException { InnerExceptions: { Length: > 0 } all } ? all : [failure];

    private string Words(SmtpException failure)
    {
        var causes = failure is SmtpFailedRecipientException recipient
            ? Failed(recipient).Select(one => $"{one.FailedRecipient} {one.Message}")
            : new[] { failure.Message, failure.InnerException?.Message }.OfType<string>();
        return $"{options.Host}:{options.Port}: {string.Join(" ", causes)}";
    }

    private MailMessage Write(AlertMessage message)
    {
        var mail = new MailMessage
        {
            From = new MailAddress(options.From),
            Subject = AlertText.Subject(message),
            SubjectEncoding = Encoding.UTF8,
            Body = AlertText.Body(message),
            BodyEncoding = Encoding.UTF8,
        };
        foreach (string address in options.To)
            mail.To.Add(address);
        // The same message sent twice is one to most readers, and messages about one alert are one conversation.
        mail.Headers.Add("Message-ID", $"<{message.Delivery}.{message.Workspace}@coppice>");
        mail.Headers.Add("References", $"<alert-{message.Alert.Id}.{message.Workspace}@coppice>");
        return mail;
    }
}
