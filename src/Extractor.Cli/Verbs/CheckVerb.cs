using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extractor.Worker.Ingestion;
using Extractor.Cli.Output;
using Extractor.Core.Comparisons;
using Extractor.Storage.Evidence;

namespace Extractor.Cli.Verbs;

/// <summary><c>check</c>: the claims of a text against those that are stored.</summary>
static class CheckVerb
{
    /// <summary>UTF-8 takes at most three bytes for a UTF-16 unit.</summary>
    const int LargestInput = FactCheck.LongestText * 3;

    public static Command Create(Terminal terminal)
    {
        var text = new Argument<string>("text") { Description = "The sentence to check, or - for standard input" };
        var published = new Option<string?>("--published") { Description = "The day against which 今年 and 上月 resolve", HelpName = "DATE" };
        var region = new Option<string?>("--region") { Description = "What 全区 and 我市 mean where the text does not say", HelpName = "NAME" };
        var format = new Option<string>("--format")
        {
            Description = "table or json; a table on a terminal, else json", HelpName = "table|json", DefaultValueFactory = _ => terminal.IsTerminal ? "table" : "json",
        };
        format.AcceptOnlyFromAmong("table", "json");
        var database = DatabaseSession.CreateOption();
        var command = new Command("check", "Hold the claims of a text against those that are stored; exit code 1 where one differs") { text, published, region, format, database };
        command.SetAction(async (parsed, ct) =>
        {
            var day = Day(parsed.GetValue(published));
            var pasted = parsed.GetValue(text) is InputFile.StandardInput ? new InputFile(InputFile.StandardInput, "", "").Read(LargestInput, charset: null) : parsed.GetValue(text)!;
            if (pasted.Length > FactCheck.LongestText)
                throw new CliException(ExitCode.TooLarge, string.Create(CultureInfo.InvariantCulture, $"the text is longer than {FactCheck.LongestText:N0} characters; check it in parts"));
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var result = await RunAsync(session, pasted, day, parsed.GetValue(region), ct);
            if (parsed.GetValue(format) == "table")
                CheckedTable.Write(terminal.Tables(), result);
            else
                WriteJson(terminal, result);
            terminal.Out.Flush();
            return result.Claims.Any(claim => claim.Judgement.Verdict == Verdict.Differs) ? ExitCode.Found : ExitCode.Done;
        });
        return command.WithExamples(
            "extractor check '西藏2021年快递业务量达1500万件'",
            "extractor check --published 2023-11-30 --region 西藏自治区 --format json '今年以来，全区新增市场主体3.2万户'",
            "extractor check - < draft.txt");
    }

    static async Task<CheckedText> RunAsync(DatabaseSession session, string text, DateOnly? published, string? region, CancellationToken ct)
    {
        try
        {
            return await new FactCheck(session.Db).RunAsync(text, published, region, ct);
        }
        catch (ArgumentException e)
        {
            throw new CliException(ExitCode.Usage, $"--region: {e.Message}");
        }
    }

    static DateOnly? Day(string? text)
    {
        if (text is null)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new CliException(ExitCode.Usage, $"--published {text}: not a date such as 2023-12-31");
    }

    static void WriteJson(Terminal terminal, CheckedText result)
    {
        using (var json = new Utf8JsonWriter(terminal.OutStream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true }))
            FactCheckJson.Write(json, result);
        terminal.OutStream.WriteByte((byte)'\n');
        terminal.OutStream.Flush();
    }
}
