using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Extractor.Cli;

/// <summary>Data goes to <see cref="Out"/>, words for people to <see cref="Error"/>. Both are UTF-8 without a byte order mark.</summary>
sealed class Terminal : IDisposable
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    const int WidthOfPipe = 160;

    public Terminal()
    {
        OutStream = Console.OpenStandardOutput();
        Out = new StreamWriter(OutStream, Utf8, 16 * 1024);
        Error = new StreamWriter(Console.OpenStandardError(), Utf8, 1024) { AutoFlush = true };
    }

    public Stream OutStream { get; }

    public StreamWriter Out { get; }

    public StreamWriter Error { get; }

    public bool IsTerminal { get; } = !Console.IsOutputRedirected;

    public bool ShowsProgress { get; } = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    static bool Plain => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>For tables on standard output.</summary>
    public IAnsiConsole Tables() => Spectre(Out, IsTerminal);

    /// <summary>For progress bars on standard error.</summary>
    public IAnsiConsole Bars() => Spectre(Error, ShowsProgress);

    static IAnsiConsole Spectre(TextWriter writer, bool terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal && !Plain ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!terminal)
            console.Profile.Width = WidthOfPipe;
        console.Profile.Encoding = Utf8;
        return console;
    }

    /// <summary>One line on standard error.</summary>
    public void Say(string message)
    {
        Out.Flush();
        Error.WriteLine($"extractor: {OneLine(message)}");
    }

    /// <summary>Text of a page made fit for a terminal: on one line, and without sequences that command it.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.Format)
                line.Append(c);
        }
        return line.ToString().TrimEnd();
    }

    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
    }
}
